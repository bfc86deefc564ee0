package io.cerebro.release;

import io.cerebro.marathon.App;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Marathon;
import io.cerebro.traffic.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a realm says of one service, for people.
 *
 * @param shares of the canary, by load balancer; those that are off are left out
 * @param routerTrouble why the shares are not known
 */
public record ServiceStatus(
        AppId service,
        Optional<AppStatus> stable,
        Optional<AppStatus> canary,
        Map<String, Share> shares,
        Optional<String> routerTrouble) {
    public ServiceStatus {
        shares = new TreeMap<>(shares);
    }

    /** One service. */
    public static ServiceStatus of(AppId service, World world) {
        return of(service, world.marathon(), new Shares(world.router()));
    }

    /** All that Cerebro has released. */
    public static List<ServiceStatus> all(World world) {
        Shares shares = new Shares(world.router());
        return world.marathon().apps(Labels.RELEASE).stream()
                .map(App::definition)
                .filter(definition -> definition.label(Labels.CANARY_OF).isEmpty())
                .map(AppDefinition::id)
                .sorted()
                .map(service -> of(service, world.marathon(), shares))
                .toList();
    }

    private static ServiceStatus of(AppId service, Marathon marathon, Shares shares) {
        Shares.Answer answer = shares.of(service);
        return new ServiceStatus(
                service,
                marathon.app(service).map(AppStatus::of),
                marathon.app(service.canary()).map(AppStatus::of),
                answer.on(),
                answer.trouble());
    }

    /** The service in a line, and its canary in a second one. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(service + ": " + stable.map(AppStatus::toString).orElse("does not run"));
        canary.ifPresent(app ->
                lines.add("  canary: " + app + ", held by " + app.by().orElse("somebody") + " since " + app.since()));
        shares.forEach((balancer, share) -> lines.add("  " + balancer + ": " + share));
        routerTrouble.ifPresent(trouble -> lines.add("  " + trouble));
        return lines;
    }
}
