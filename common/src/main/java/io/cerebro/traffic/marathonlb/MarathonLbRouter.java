package io.cerebro.traffic.marathonlb;

import io.cerebro.http.Unreachable;
import io.cerebro.marathon.App;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Change;
import io.cerebro.marathon.Deployment;
import io.cerebro.marathon.Marathon;
import io.cerebro.traffic.Reach;
import io.cerebro.traffic.Router;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Share;
import io.cerebro.traffic.haproxy.Observed;
import io.cerebro.traffic.haproxy.RenderedBalancers;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sets the share by the labels of an app of its own, see {@link ShareApp}, so that neither the service nor its canary restarts.
 * What counts is what each HAProxy says that it runs with.
 */
public final class MarathonLbRouter implements Router {
    private final Supplier<Marathon> marathon;
    private final String canaryHeader;
    private final RenderedBalancers balancers;

    /**
     * @param marathon that the marathon-lbs read; asked for when it is needed
     * @param canaryHeader by which a request asks for a canary, with the service's name as its value
     * @param loadBalancers the HAProxy of every marathon-lb
     */
    public MarathonLbRouter(Supplier<Marathon> marathon, String canaryHeader, List<Observed> loadBalancers) {
        this.marathon = marathon;
        this.canaryHeader = canaryHeader;
        this.balancers = new RenderedBalancers(loadBalancers, new MarathonLbRendering(this::app));
    }

    private Optional<App> app(AppId id) {
        return marathon.get().app(id);
    }

    @Override
    public AppDefinition canary(AppDefinition canary, App stable) {
        ShareApp.ports(stable.definition());
        return CanaryLabels.on(canary, stable.definition());
    }

    @Override
    public void set(AppId service, Share share) {
        balancers.hurry(service, share);
        AppId id = ShareApp.id(service);
        Optional<App> live = app(id);
        if (live.filter(app -> !ShareApp.of(service, app)).isPresent()) {
            throw new RouterException(id + " is there and is not the share of " + service + ": it has no label "
                    + ShareApp.SHARE_OF + "; give that app another name");
        }
        if (share.off()) {
            live.ifPresent(app -> delete(id));
        } else {
            put(live, wanted(service, share));
        }
    }

    private AppDefinition wanted(AppId service, Share share) {
        App stable = app(service)
                .orElseThrow(() -> new RouterException("there is no " + service + " to share the traffic of"));
        return ShareApp.of(stable.definition(), canaryHeader, share);
    }

    private void put(Optional<App> live, AppDefinition wanted) {
        if (live.isEmpty()) {
            marathon.get().create(wanted);
        } else if (!live.get().definition().labels().equals(wanted.labels())
                && marathon.get().put(wanted) instanceof Change.Locked locked) {
            requireOwn(wanted.id(), locked);
            marathon.get().putOverOwnDeployment(wanted);
        }
    }

    private void delete(AppId id) {
        if (marathon.get().delete(id) instanceof Change.Locked locked) {
            requireOwn(id, locked);
            marathon.get().deleteOverOwnDeployment(id);
        }
    }

    /** The last share's deployment may still be open. Another's is waited for, which touches more than this app. */
    private void requireOwn(AppId id, Change.Locked locked) {
        marathon.get().deployments().stream()
                .filter(deployment -> locked.deployments().contains(deployment.id()))
                .filter(deployment -> !deployment.affectedApps().equals(List.of(id)))
                .map(Deployment::id)
                .findFirst()
                .ifPresent(another -> {
                    throw new Unreachable("tried to change " + id + " but deployment " + another
                            + " of somebody else holds it: wait for it, or cancel it");
                });
    }

    /** Not of a service that has no share to change. */
    @Override
    public boolean rendered(AppId service) {
        return app(service).map(App::definition).filter(ShareApp::possible).isPresent();
    }

    @Override
    public RouterView look(AppId service) {
        return balancers.look(service);
    }

    @Override
    public Reach reach(AppId service) {
        return balancers.reach(service);
    }

    @Override
    public void check() {
        balancers.check();
    }
}
