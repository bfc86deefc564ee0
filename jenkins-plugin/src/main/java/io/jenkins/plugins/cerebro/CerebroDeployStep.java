package io.jenkins.plugins.cerebro;

import hudson.Extension;
import io.cerebro.release.Goal;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code cerebroDeploy}: rolling, without a canary. */
public final class CerebroDeployStep extends DefinedStep {
    @DataBoundConstructor
    public CerebroDeployStep(@Nullable String realm) {
        super(realm);
    }

    @Override
    Goal goal() {
        return Goal.DEPLOY;
    }

    /** Of {@code cerebroDeploy}. */
    @Extension
    public static final class DescriptorImpl extends DefinedStepDescriptor {
        @Override
        public String getFunctionName() {
            return "cerebroDeploy";
        }

        @Override
        public String getDisplayName() {
            return "Cerebro: Deploy";
        }
    }
}
