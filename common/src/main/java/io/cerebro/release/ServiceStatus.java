package io.cerebro.release;

import io.cerebro.marathon.App;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.traffic.LoadBalancer;
import io.cerebro.traffic.RouterException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a realm says of one service, for people.
 *
 * @param shares what each load balancer sends to the canary, {@code lb1: 10 % of the traffic}
 */
public record ServiceStatus(AppId service, Optional<App> stable, Optional<App> canary, List<String> shares) {
    public ServiceStatus {
        shares = List.copyOf(shares);
    }

    /** One service. */
    public static ServiceStatus of(AppId service, World world) {
        return new ServiceStatus(
                service, world.marathon().app(service), world.marathon().app(service.canary()), shares(service, world));
    }

    /** All that Cerebro has released. */
    public static List<ServiceStatus> all(World world) {
        return world.marathon().apps(Labels.RELEASE).stream()
                .map(App::definition)
                .filter(definition -> definition.label(Labels.CANARY_OF).isEmpty())
                .map(AppDefinition::id)
                .sorted()
                .map(service -> of(service, world))
                .toList();
    }

    private static List<String> shares(AppId service, World world) {
        try {
            return world.router().look(service).loadBalancers().stream()
                    .filter(balancer -> !balancer.share().off())
                    .map(ServiceStatus::share)
                    .toList();
        } catch (RouterException unknown) {
            return List.of(String.valueOf(unknown.getMessage()));
        }
    }

    private static String share(LoadBalancer balancer) {
        return balancer.name() + ": " + balancer.share();
    }

    /** The service in a line, and its canary in a second one. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(service + ": " + stable.map(ServiceStatus::app).orElse("does not run"));
        canary.ifPresent(app -> lines.add("  canary: " + app(app) + ", held by "
                + app.definition().label(Labels.BY).orElse("somebody") + " since " + app.versionText()));
        shares.forEach(share -> lines.add("  " + share));
        return lines;
    }

    private static String app(App app) {
        return app.serving().size() + " of " + app.instances() + " instances healthy, "
                + app.definition().image().orElse("a plain command")
                + app.definition()
                        .label(Labels.RELEASE)
                        .map(release -> ", release " + release)
                        .orElse("")
                + (app.deployments().isEmpty() ? "" : ", deploying");
    }
}
