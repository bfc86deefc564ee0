package io.jenkins.plugins.cerebro.page;

import hudson.model.Api;
import hudson.model.Run;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import jenkins.model.RunAction2;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * The page of a build's releases: {@code /job/NAME/NUMBER/cerebro}, and the same as data below {@code api/json}. It keeps nothing:
 * what it shows is in {@link Records}.
 */
@ExportedBean
public final class CerebroAction implements RunAction2 {
    private transient @Nullable Run<?, ?> run;

    /** Gives the build its page, if it has none yet. */
    public static void on(Run<?, ?> run) {
        synchronized (CerebroAction.class) {
            if (run.getAction(CerebroAction.class) == null) {
                run.addAction(new CerebroAction());
            }
        }
    }

    @Override
    public void onAttached(Run<?, ?> attached) {
        run = attached;
    }

    @Override
    public void onLoad(Run<?, ?> loaded) {
        run = loaded;
    }

    public Run<?, ?> getRun() {
        return Objects.requireNonNull(run);
    }

    @Override
    public String getIconFileName() {
        return "symbol-analytics";
    }

    @Override
    public String getDisplayName() {
        return "Cerebro";
    }

    @Override
    public String getUrlName() {
        return "cerebro";
    }

    public Api getApi() {
        return new Api(this);
    }

    /** Whether there is more to come. */
    public boolean isBuilding() {
        return getRun().isBuilding();
    }

    /** In the order in which they began. */
    @Exported
    public List<ReleaseView> getReleases() {
        int count = Records.of(getRun()).count();
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new ReleaseView(getRun(), number))
                .toList();
    }

    /** {@code release/1}. */
    public @Nullable ReleaseView getRelease(String number) {
        boolean there = number.matches("[1-9]\\d{0,5}")
                && Integer.parseInt(number) <= Records.of(getRun()).count();
        return there ? new ReleaseView(getRun(), Integer.parseInt(number)) : null;
    }
}
