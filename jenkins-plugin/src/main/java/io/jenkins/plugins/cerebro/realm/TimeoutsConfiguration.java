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

/** How long is waited in a realm before a release is given up; a field left empty has the default. */
public final class TimeoutsConfiguration extends AbstractDescribableImpl<TimeoutsConfiguration> {
    private @Nullable String healthyWithin;
    private @Nullable String routerWithin;

    @DataBoundConstructor
    public TimeoutsConfiguration() {}

    public @Nullable String getHealthyWithin() {
        return healthyWithin;
    }

    @DataBoundSetter
    public void setHealthyWithin(@Nullable String healthyWithin) {
        this.healthyWithin = Text.given(healthyWithin);
    }

    public @Nullable String getRouterWithin() {
        return routerWithin;
    }

    @DataBoundSetter
    public void setRouterWithin(@Nullable String routerWithin) {
        this.routerWithin = Text.given(routerWithin);
    }

    /** Those fields that have something in them. */
    Map<String, String> overrides() {
        Map<String, @Nullable String> fields = new HashMap<>();
        fields.put("healthyWithin", healthyWithin);
        fields.put("routerWithin", routerWithin);
        return Text.given(fields);
    }

    /** Its form, and what is wrong in it. */
    @Extension
    public static final class DescriptorImpl extends Defaults<TimeoutsConfiguration> {
        @Override
        public String getDisplayName() {
            return "Timeouts";
        }

        @POST
        public FormValidation doCheckHealthyWithin(@QueryParameter String value) {
            return Check.override("healthyWithin", value);
        }

        @POST
        public FormValidation doCheckRouterWithin(@QueryParameter String value) {
            return Check.override("routerWithin", value);
        }
    }
}
