package io.cerebro.release;

import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Router;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.Share;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the shares of many services; a load balancer that has not answered once is not waited for again. */
final class Shares {
    private final Router router;
    private Optional<Answer> away = Optional.empty();

    Shares(Router router) {
        this.router = router;
    }

    /** What a service's canary has, by load balancer, or why that is not known. */
    record Answer(Map<String, Share> on, Optional<String> trouble) {
        private static Answer unknown(RuntimeException why) {
            return new Answer(Map.of(), Optional.of(String.valueOf(why.getMessage())));
        }
    }

    Answer of(AppId service) {
        return away.orElseGet(() -> ask(service));
    }

    private Answer ask(AppId service) {
        try {
            Map<String, Share> on = new TreeMap<>();
            router.look(service).loadBalancers().stream()
                    .filter(balancer -> !balancer.share().off())
                    .forEach(balancer -> on.put(balancer.name(), balancer.share()));
            return new Answer(on, Optional.empty());
        } catch (RouterException unknown) {
            return Answer.unknown(unknown);
        } catch (Unreachable silent) {
            away = Optional.of(Answer.unknown(silent));
            return away.get();
        }
    }
}
