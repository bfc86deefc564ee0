package io.jenkins.plugins.cerebro;

import hudson.util.FormValidation;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A step for what the realm has already: only the service is named. */
public abstract class ServiceStep extends RealmStep {
    private @Nullable String service;
    private @Nullable String plan;

    ServiceStep(@Nullable String realm) {
        super(realm);
    }

    public @Nullable String getService() {
        return service;
    }

    @DataBoundSetter
    public void setService(@Nullable String service) {
        this.service = Fields.orNull(service);
    }

    public @Nullable String getPlan() {
        return plan;
    }

    @DataBoundSetter
    public void setPlan(@Nullable String plan) {
        this.plan = Fields.orNull(plan);
    }

    @Override
    Fields fields() {
        return super.fields().with("service", service).with("plan", plan);
    }

    /** What the forms of these steps check. */
    abstract static class ServiceStepDescriptor extends RealmStepDescriptor {
        @POST
        public FormValidation doCheckService(@QueryParameter String value) {
            return Forms.service(value);
        }
    }
}
