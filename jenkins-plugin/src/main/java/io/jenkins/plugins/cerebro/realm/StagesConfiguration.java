package io.jenkins.plugins.cerebro.realm;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.util.FormValidation;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** How a canary walks to full production in a realm; a field left empty has the default. */
public final class StagesConfiguration extends AbstractDescribableImpl<StagesConfiguration> {
    private @Nullable String isolatedBake;
    private @Nullable String percent;
    private @Nullable String partialBake;
    private @Nullable String hold;
    private @Nullable String drain;

    @DataBoundConstructor
    public StagesConfiguration() {}

    public @Nullable String getIsolatedBake() {
        return isolatedBake;
    }

    @DataBoundSetter
    public void setIsolatedBake(@Nullable String isolatedBake) {
        this.isolatedBake = Text.given(isolatedBake);
    }

    public @Nullable String getPercent() {
        return percent;
    }

    @DataBoundSetter
    public void setPercent(@Nullable String percent) {
        this.percent = Text.given(percent);
    }

    public @Nullable String getPartialBake() {
        return partialBake;
    }

    @DataBoundSetter
    public void setPartialBake(@Nullable String partialBake) {
        this.partialBake = Text.given(partialBake);
    }

    public @Nullable String getHold() {
        return hold;
    }

    @DataBoundSetter
    public void setHold(@Nullable String hold) {
        this.hold = Text.given(hold);
    }

    public @Nullable String getDrain() {
        return drain;
    }

    @DataBoundSetter
    public void setDrain(@Nullable String drain) {
        this.drain = Text.given(drain);
    }

    /** Those fields that have something in them. */
    Map<String, String> overrides() {
        Map<String, @Nullable String> fields = new HashMap<>();
        fields.put("isolatedBake", isolatedBake);
        fields.put("percent", percent);
        fields.put("partialBake", partialBake);
        fields.put("hold", hold);
        fields.put("drain", drain);
        return Text.given(fields);
    }

    /** Its form, and what is wrong in it. */
    @Extension
    public static final class DescriptorImpl extends Defaults<StagesConfiguration> {
        @Override
        public String getDisplayName() {
            return "Stages";
        }

        @POST
        public FormValidation doCheckIsolatedBake(@QueryParameter String value) {
            return Check.override("isolatedBake", value);
        }

        @POST
        public FormValidation doCheckPercent(@QueryParameter String value) {
            return Check.override("percent", value);
        }

        @POST
        public FormValidation doCheckPartialBake(@QueryParameter String value) {
            return Check.override("partialBake", value);
        }

        @POST
        public FormValidation doCheckHold(@QueryParameter String value) {
            return Check.override("hold", value);
        }

        @POST
        public FormValidation doCheckDrain(@QueryParameter String value) {
            return Check.override("drain", value);
        }
    }
}
