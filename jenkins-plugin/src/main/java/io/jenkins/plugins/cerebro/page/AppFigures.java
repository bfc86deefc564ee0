package io.jenkins.plugins.cerebro.page;

import io.cerebro.marathon.AppId;
import io.cerebro.release.AppStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The figures of one app on the page. */
@ExportedBean(defaultVisibility = 3)
public final class AppFigures {
    private final AppStatus app;
    private final AppId id;
    private final String marathon;

    AppFigures(AppStatus app, AppId id, String marathon) {
        this.app = app;
        this.id = id;
        this.marathon = marathon;
    }

    /** Null for a plain command. */
    @Exported
    public @Nullable String getImage() {
        return app.image().orElse(null);
    }

    @Exported
    public @Nullable String getRelease() {
        return app.release().orElse(null);
    }

    @Exported
    public int getHealthy() {
        return app.healthy();
    }

    @Exported
    public int getWanted() {
        return app.wanted();
    }

    @Exported
    public boolean isDeploying() {
        return app.deploying();
    }

    /** Who released it. */
    @Exported
    public @Nullable String getBy() {
        return app.by().orElse(null);
    }

    @Exported
    public String getSince() {
        return app.since().toString();
    }

    /** Its page at Marathon. */
    @Exported
    public String getUrl() {
        return marathon + "/ui/#/apps/" + URLEncoder.encode(id.path(), StandardCharsets.UTF_8);
    }
}
