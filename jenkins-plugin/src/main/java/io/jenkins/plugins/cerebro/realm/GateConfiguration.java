package io.jenkins.plugins.cerebro.realm;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.cerebro.document.Amounts;
import io.cerebro.realm.GateSettings.NotEnoughData;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What a canary is measured by; the same fields in a realm and in a pipeline, and a field left empty changes nothing. */
public final class GateConfiguration extends AbstractDescribableImpl<GateConfiguration> {
    private @Nullable String maxErrorRate;
    private @Nullable String tolerance;
    private @Nullable String falseAlarms;
    private @Nullable String acceptedRatio;
    private @Nullable String acceptedErrorRate;
    private @Nullable String minErrors;
    private @Nullable String minRequests;
    private @Nullable String latencyTolerance;
    private @Nullable String latencyAcceptedRatio;
    private @Nullable String latencyQuantile;
    private @Nullable String latencyWarmUp;
    private @Nullable String taskFailures;
    private @Nullable String killedForMemory;
    private @Nullable String checks;
    private @Nullable String onNotEnoughData;

    @DataBoundConstructor
    public GateConfiguration() {}

    public @Nullable String getMaxErrorRate() {
        return maxErrorRate;
    }

    @DataBoundSetter
    public void setMaxErrorRate(@Nullable String maxErrorRate) {
        this.maxErrorRate = Text.given(maxErrorRate);
    }

    public @Nullable String getTolerance() {
        return tolerance;
    }

    @DataBoundSetter
    public void setTolerance(@Nullable String tolerance) {
        this.tolerance = Text.given(tolerance);
    }

    public @Nullable String getFalseAlarms() {
        return falseAlarms;
    }

    @DataBoundSetter
    public void setFalseAlarms(@Nullable String falseAlarms) {
        this.falseAlarms = Text.given(falseAlarms);
    }

    public @Nullable String getAcceptedRatio() {
        return acceptedRatio;
    }

    @DataBoundSetter
    public void setAcceptedRatio(@Nullable String acceptedRatio) {
        this.acceptedRatio = Text.given(acceptedRatio);
    }

    public @Nullable String getAcceptedErrorRate() {
        return acceptedErrorRate;
    }

    @DataBoundSetter
    public void setAcceptedErrorRate(@Nullable String acceptedErrorRate) {
        this.acceptedErrorRate = Text.given(acceptedErrorRate);
    }

    public @Nullable String getMinErrors() {
        return minErrors;
    }

    @DataBoundSetter
    public void setMinErrors(@Nullable String minErrors) {
        this.minErrors = Text.given(minErrors);
    }

    public @Nullable String getMinRequests() {
        return minRequests;
    }

    @DataBoundSetter
    public void setMinRequests(@Nullable String minRequests) {
        this.minRequests = Text.given(minRequests);
    }

    public @Nullable String getLatencyTolerance() {
        return latencyTolerance;
    }

    @DataBoundSetter
    public void setLatencyTolerance(@Nullable String latencyTolerance) {
        this.latencyTolerance = Text.given(latencyTolerance);
    }

    public @Nullable String getLatencyAcceptedRatio() {
        return latencyAcceptedRatio;
    }

    @DataBoundSetter
    public void setLatencyAcceptedRatio(@Nullable String latencyAcceptedRatio) {
        this.latencyAcceptedRatio = Text.given(latencyAcceptedRatio);
    }

    public @Nullable String getLatencyQuantile() {
        return latencyQuantile;
    }

    @DataBoundSetter
    public void setLatencyQuantile(@Nullable String latencyQuantile) {
        this.latencyQuantile = Text.given(latencyQuantile);
    }

    public @Nullable String getLatencyWarmUp() {
        return latencyWarmUp;
    }

    @DataBoundSetter
    public void setLatencyWarmUp(@Nullable String latencyWarmUp) {
        this.latencyWarmUp = Text.given(latencyWarmUp);
    }

    public @Nullable String getTaskFailures() {
        return taskFailures;
    }

    @DataBoundSetter
    public void setTaskFailures(@Nullable String taskFailures) {
        this.taskFailures = Text.given(taskFailures);
    }

    public @Nullable String getKilledForMemory() {
        return killedForMemory;
    }

    @DataBoundSetter
    public void setKilledForMemory(@Nullable String killedForMemory) {
        this.killedForMemory = Text.given(killedForMemory);
    }

    public @Nullable String getChecks() {
        return checks;
    }

    @DataBoundSetter
    public void setChecks(@Nullable String checks) {
        this.checks = Text.given(checks);
    }

    public @Nullable String getOnNotEnoughData() {
        return onNotEnoughData;
    }

    @DataBoundSetter
    public void setOnNotEnoughData(@Nullable String onNotEnoughData) {
        this.onNotEnoughData = Text.given(onNotEnoughData);
    }

    /** Those fields that have something in them. */
    public Map<String, String> overrides() {
        Map<String, @Nullable String> fields = new HashMap<>();
        fields.put("maxErrorRate", maxErrorRate);
        fields.put("tolerance", tolerance);
        fields.put("falseAlarms", falseAlarms);
        fields.put("acceptedRatio", acceptedRatio);
        fields.put("acceptedErrorRate", acceptedErrorRate);
        fields.put("minErrors", minErrors);
        fields.put("minRequests", minRequests);
        fields.put("latencyTolerance", latencyTolerance);
        fields.put("latencyAcceptedRatio", latencyAcceptedRatio);
        fields.put("latencyQuantile", latencyQuantile);
        fields.put("latencyWarmUp", latencyWarmUp);
        fields.put("taskFailures", taskFailures);
        fields.put("killedForMemory", killedForMemory);
        fields.put("checks", checks);
        fields.put("onNotEnoughData", onNotEnoughData);
        return Text.given(fields);
    }

    /** Its form, and what is wrong in it. */
    @Extension
    public static final class DescriptorImpl extends Defaults<GateConfiguration> implements CustomDescribableModel {
        @Override
        public String getDisplayName() {
            return "Gate";
        }

        @POST
        public FormValidation doCheckMaxErrorRate(@QueryParameter String value) {
            return Check.override("maxErrorRate", value);
        }

        @POST
        public FormValidation doCheckTolerance(@QueryParameter String value) {
            return Check.override("tolerance", value);
        }

        @POST
        public FormValidation doCheckFalseAlarms(@QueryParameter String value) {
            return Check.override("falseAlarms", value);
        }

        @POST
        public FormValidation doCheckAcceptedRatio(@QueryParameter String value) {
            return Check.override("acceptedRatio", value);
        }

        @POST
        public FormValidation doCheckAcceptedErrorRate(@QueryParameter String value) {
            return Check.override("acceptedErrorRate", value);
        }

        @POST
        public FormValidation doCheckMinErrors(@QueryParameter String value) {
            return Check.override("minErrors", value);
        }

        @POST
        public FormValidation doCheckMinRequests(@QueryParameter String value) {
            return Check.override("minRequests", value);
        }

        @POST
        public FormValidation doCheckLatencyTolerance(@QueryParameter String value) {
            return Check.override("latencyTolerance", value);
        }

        @POST
        public FormValidation doCheckLatencyAcceptedRatio(@QueryParameter String value) {
            return Check.override("latencyAcceptedRatio", value);
        }

        @POST
        public FormValidation doCheckLatencyQuantile(@QueryParameter String value) {
            return Check.override("latencyQuantile", value);
        }

        @POST
        public FormValidation doCheckLatencyWarmUp(@QueryParameter String value) {
            return Check.override("latencyWarmUp", value);
        }

        @POST
        public FormValidation doCheckTaskFailures(@QueryParameter String value) {
            return Check.override("taskFailures", value);
        }

        @POST
        public FormValidation doCheckKilledForMemory(@QueryParameter String value) {
            return Check.override("killedForMemory", value);
        }

        @POST
        public FormValidation doCheckChecks(@QueryParameter String value) {
            return Check.override("checks", value);
        }

        @POST
        public FormValidation doCheckOnNotEnoughData(@QueryParameter String value) {
            return Check.override("onNotEnoughData", value);
        }

        @POST
        public ListBoxModel doFillOnNotEnoughDataItems() {
            ListBoxModel choices = new ListBoxModel();
            choices.add("Default (" + getDefaults().get("onNotEnoughData") + ")", "");
            Arrays.stream(NotEnoughData.values()).map(Amounts::name).forEach(choices::add);
            return choices;
        }

        /** Lets a pipeline write {@code minErrors: 5} without quotes. */
        @Override
        public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
            Map<String, Object> texts = new HashMap<>(arguments);
            texts.replaceAll((field, value) -> value instanceof Number ? value.toString() : value);
            return texts;
        }
    }
}
