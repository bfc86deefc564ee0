package io.jenkins.plugins.cerebro;

import hudson.Extension;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.cerebro.release.Goal;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code cerebroRelease}: canary isolated, canary partial, full, each gated, in one call; or the first of them alone, and back. */
public final class CerebroReleaseStep extends GatedStep {
    private @Nullable String isolatedBake;
    private @Nullable String partialBake;
    private @Nullable String until;

    @DataBoundConstructor
    public CerebroReleaseStep(@Nullable String realm) {
        super(realm);
    }

    public @Nullable String getIsolatedBake() {
        return isolatedBake;
    }

    @DataBoundSetter
    public void setIsolatedBake(@Nullable String isolatedBake) {
        this.isolatedBake = Fields.orNull(isolatedBake);
    }

    public @Nullable String getPartialBake() {
        return partialBake;
    }

    @DataBoundSetter
    public void setPartialBake(@Nullable String partialBake) {
        this.partialBake = Fields.orNull(partialBake);
    }

    public @Nullable String getUntil() {
        return until;
    }

    /** @param until {@code full}, the default, or {@code isolated} */
    @DataBoundSetter
    public void setUntil(@Nullable String until) {
        this.until = Fields.orNull(until);
    }

    /** @throws IllegalArgumentException for an end that is none */
    @Override
    Goal goal() {
        return switch (until == null ? "full" : until) {
            case "full" -> Goal.RELEASE;
            case "isolated" -> Goal.TRIAL;
            default -> throw new IllegalArgumentException("until is 'full' or 'isolated', not '" + until + "'");
        };
    }

    @Override
    Fields fields() {
        return super.fields().with("isolatedBake", isolatedBake).with("partialBake", partialBake);
    }

    /** Of {@code cerebroRelease}. */
    @Extension
    public static final class DescriptorImpl extends GatedStepDescriptor {
        @Override
        public String getFunctionName() {
            return "cerebroRelease";
        }

        @Override
        public String getDisplayName() {
            return "Cerebro: Release";
        }

        @POST
        public FormValidation doCheckIsolatedBake(@QueryParameter String value) {
            return Forms.override("isolatedBake", value);
        }

        @POST
        public FormValidation doCheckPartialBake(@QueryParameter String value) {
            return Forms.override("partialBake", value);
        }

        @POST
        public ListBoxModel doFillUntilItems() {
            return new ListBoxModel(
                    new ListBoxModel.Option("full: all stages", "full"),
                    new ListBoxModel.Option(
                            "isolated: canary isolated alone, which is then taken away again", "isolated"));
        }
    }
}
