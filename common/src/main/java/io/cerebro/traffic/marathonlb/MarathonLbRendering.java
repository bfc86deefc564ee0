package io.cerebro.traffic.marathonlb;

import io.cerebro.marathon.App;
import io.cerebro.marathon.AppId;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.Share;
import io.cerebro.traffic.haproxy.Backends;
import io.cerebro.traffic.haproxy.Rendering;
import io.cerebro.traffic.haproxy.StatRow;
import io.cerebro.traffic.haproxy.Stats;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What marathon-lb calls things: {@code shop_cart_10005} is the backend of {@code /shop/cart} at the service port 10005. A share
 * that nothing tells is off, since its app is gone then.
 */
final class MarathonLbRendering implements Rendering {
    private final Function<AppId, Optional<App>> marathon;
    private final Map<AppId, String> known = new ConcurrentHashMap<>();

    /** @param marathon asked only for a service with several ports, of which the first is looked at */
    MarathonLbRendering(Function<AppId, Optional<App>> marathon) {
        this.marathon = marathon;
    }

    @Override
    public Stats read(Stats stats, AppId service) {
        Pattern own = Pattern.compile(Pattern.quote(service.name()) + "_[0-9]+");
        List<String> backends = stats.rows().stream()
                .filter(StatRow::isBackend)
                .map(StatRow::proxy)
                .filter(name -> own.matcher(name).matches())
                .toList();
        String canary = Backends.canary(service);
        Stats without = stats.without(row -> row.isBackup() && row.proxy().equals(canary)); // counted by the service
        return backends.isEmpty()
                ? without
                : without.renamed(
                        backends.size() == 1 ? backends.get(0) : first(backends, service), Backends.stable(service));
    }

    private String first(List<String> backends, AppId service) {
        return Optional.ofNullable(known.get(service))
                .filter(backends::contains)
                .orElseGet(() -> {
                    String first = marathon.apply(service).map(App::definition).map(Port::of).stream()
                            .flatMap(List::stream)
                            .map(port -> service.name() + "_" + port.number())
                            .findFirst()
                            .filter(backends::contains)
                            .orElseThrow(() -> new RouterException("marathon-lb has the backends "
                                    + String.join(", ", backends) + " for " + service
                                    + ", and none of them is of its first service port"));
                    known.put(service, first);
                    return first;
                });
    }

    @Override
    public Optional<Share> untold() {
        return Optional.of(Share.OFF);
    }
}
