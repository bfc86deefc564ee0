package io.jenkins.plugins.cerebro;

import hudson.util.FormValidation;
import io.jenkins.plugins.cerebro.realm.GateConfiguration;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A step that sets a canary beside the stable version and judges it. */
public abstract class GatedStep extends DefinedStep {
    private @Nullable Double percent;
    private @Nullable String hold;
    private @Nullable Integer canaryInstances;
    private @Nullable GateConfiguration gate;

    GatedStep(@Nullable String realm) {
        super(realm);
    }

    public @Nullable Double getPercent() {
        return percent;
    }

    @DataBoundSetter
    public void setPercent(@Nullable Double percent) {
        this.percent = percent;
    }

    public @Nullable String getHold() {
        return hold;
    }

    @DataBoundSetter
    public void setHold(@Nullable String hold) {
        this.hold = Fields.orNull(hold);
    }

    public @Nullable Integer getCanaryInstances() {
        return canaryInstances;
    }

    @DataBoundSetter
    public void setCanaryInstances(@Nullable Integer canaryInstances) {
        this.canaryInstances = canaryInstances;
    }

    public @Nullable GateConfiguration getGate() {
        return gate;
    }

    @DataBoundSetter
    public void setGate(@Nullable GateConfiguration gate) {
        this.gate = gate;
    }

    @Override
    Fields fields() {
        Fields fields =
                super.fields().with("percent", percent).with("hold", hold).with("canaryInstances", canaryInstances);
        return gate == null ? fields : fields.with(gate.overrides());
    }

    /** What the forms of these steps check. */
    abstract static class GatedStepDescriptor extends DefinedStepDescriptor {
        @POST
        public FormValidation doCheckPercent(@QueryParameter String value) {
            return Forms.override("percent", value);
        }

        @POST
        public FormValidation doCheckHold(@QueryParameter String value) {
            return Forms.override("hold", value);
        }

        @POST
        public FormValidation doCheckCanaryInstances(@QueryParameter String value) {
            return Forms.override("canaryInstances", value);
        }
    }
}
