package io.jenkins.plugins.cerebro;

import hudson.Extension;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.cerebro.release.Goal;
import io.jenkins.plugins.cerebro.release.OptionalBody;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * {@code cerebroCanary}: one stage of a canary. With a body, the canary keeps its stage while the body runs; without one, the step
 * ends with the gate's verdict.
 */
public final class CerebroCanaryStep extends GatedStep {
    private final String stage;
    private @Nullable String bake;

    /** @param stage {@code isolated} or {@code partial} */
    @DataBoundConstructor
    public CerebroCanaryStep(@Nullable String realm, @Nullable String stage) {
        super(realm);
        this.stage = stage == null ? "" : stage;
    }

    public String getStage() {
        return stage;
    }

    public @Nullable String getBake() {
        return bake;
    }

    @DataBoundSetter
    public void setBake(@Nullable String bake) {
        this.bake = Fields.orNull(bake);
    }

    /** @throws IllegalArgumentException for a stage that is none */
    @Override
    Goal goal() {
        return switch (stage) {
            case "isolated" -> Goal.ISOLATED;
            case "partial" -> Goal.PARTIAL;
            default -> throw new IllegalArgumentException("stage is 'isolated' or 'partial', not '" + stage + "'");
        };
    }

    @Override
    Fields fields() {
        return super.fields().with(goal() == Goal.ISOLATED ? "isolatedBake" : "partialBake", bake);
    }

    /** Of {@code cerebroCanary}. */
    @Extension
    public static final class DescriptorImpl extends GatedStepDescriptor {
        @Override
        public String getFunctionName() {
            return "cerebroCanary";
        }

        @Override
        public String getDisplayName() {
            return "Cerebro: Canary";
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return OptionalBody.allowed();
        }

        @POST
        public FormValidation doCheckBake(@QueryParameter String value) {
            return Forms.override("partialBake", value);
        }

        @POST
        public ListBoxModel doFillStageItems() {
            return new ListBoxModel(
                    new ListBoxModel.Option("isolated: only requests with the header reach it", "isolated"),
                    new ListBoxModel.Option("partial: it has a share of the traffic", "partial"));
        }
    }
}
