package io.jenkins.plugins.cerebro.page;

import io.cerebro.release.ServiceStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One service on the page. */
@ExportedBean(defaultVisibility = 2)
public final class ServiceRow {
    private final ServiceStatus status;
    private final String marathon;

    /** @param marathon the URL of its pages */
    ServiceRow(ServiceStatus status, String marathon) {
        this.status = status;
        this.marathon = marathon;
    }

    @Exported
    public String getId() {
        return status.service().path();
    }

    /** What everybody gets; null where nothing runs. */
    @Exported
    public @Nullable AppFigures getStable() {
        return status.stable()
                .map(app -> new AppFigures(app, status.service(), marathon))
                .orElse(null);
    }

    /** The canary beside it; null where there is none. */
    @Exported
    public @Nullable AppFigures getCanary() {
        return status.canary()
                .map(app -> new AppFigures(app, status.service().canary(), marathon))
                .orElse(null);
    }

    /** What each load balancer sends to the canary: {@code lb1: 10 % of the traffic}. */
    @Exported
    public List<String> getShares() {
        return status.shares().entrySet().stream()
                .map(share -> share.getKey() + ": " + share.getValue())
                .toList();
    }

    /** Why the shares are not known; null where they are. */
    @Exported
    public @Nullable String getTrouble() {
        return status.routerTrouble().orElse(null);
    }
}
