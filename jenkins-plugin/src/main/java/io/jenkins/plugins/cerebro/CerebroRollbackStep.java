package io.jenkins.plugins.cerebro;

import hudson.Extension;
import io.cerebro.release.Goal;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code cerebroRollback}: takes the canary away, or, where there is none, puts back the version that ran before. */
public final class CerebroRollbackStep extends ServiceStep {
    @DataBoundConstructor
    public CerebroRollbackStep(@Nullable String realm) {
        super(realm);
    }

    @Override
    Goal goal() {
        return Goal.ROLLBACK;
    }

    /** Of {@code cerebroRollback}. */
    @Extension
    public static final class DescriptorImpl extends ServiceStepDescriptor {
        @Override
        public String getFunctionName() {
            return "cerebroRollback";
        }

        @Override
        public String getDisplayName() {
            return "Cerebro: Roll back";
        }
    }
}
