package io.jenkins.plugins.cerebro;

import hudson.Extension;
import io.cerebro.release.Goal;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code cerebroPromote}: makes the canary that is there the stable version. */
public final class CerebroPromoteStep extends ServiceStep {
    @DataBoundConstructor
    public CerebroPromoteStep(@Nullable String realm) {
        super(realm);
    }

    @Override
    Goal goal() {
        return Goal.PROMOTE;
    }

    /** Of {@code cerebroPromote}. */
    @Extension
    public static final class DescriptorImpl extends ServiceStepDescriptor {
        @Override
        public String getFunctionName() {
            return "cerebroPromote";
        }

        @Override
        public String getDisplayName() {
            return "Cerebro: Promote";
        }
    }
}
