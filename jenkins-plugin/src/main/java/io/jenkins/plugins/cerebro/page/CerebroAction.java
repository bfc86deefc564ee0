package io.jenkins.plugins.cerebro.page;

import hudson.model.Run;
import jenkins.model.RunAction2;
import org.jspecify.annotations.Nullable;

/** The page of a build's releases. It keeps nothing: what it shows is in {@link Records}. */
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

    public @Nullable Run<?, ?> getRun() {
        return run;
    }

    @Override
    public String getIconFileName() {
        return "symbol-rocket";
    }

    @Override
    public String getDisplayName() {
        return "Cerebro";
    }

    @Override
    public String getUrlName() {
        return "cerebro";
    }
}
