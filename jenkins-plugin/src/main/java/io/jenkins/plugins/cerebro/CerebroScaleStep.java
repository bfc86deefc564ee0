package io.jenkins.plugins.cerebro;

import hudson.Extension;
import hudson.util.FormValidation;
import io.cerebro.release.Goal;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code cerebroScale}: gives a service more or fewer instances, and waits until they serve. */
public final class CerebroScaleStep extends RealmStep {
    private @Nullable String service;
    private @Nullable String instances;
    private boolean duringRelease;

    @DataBoundConstructor
    public CerebroScaleStep(@Nullable String realm) {
        super(realm);
    }

    public @Nullable String getService() {
        return service;
    }

    @DataBoundSetter
    public void setService(@Nullable String service) {
        this.service = Fields.orNull(service);
    }

    public @Nullable String getInstances() {
        return instances;
    }

    /** @param instances a number, or a change such as {@code +2}, {@code x2} or {@code 150%} */
    @DataBoundSetter
    public void setInstances(@Nullable String instances) {
        this.instances = Fields.orNull(instances);
    }

    public boolean isDuringRelease() {
        return duringRelease;
    }

    @DataBoundSetter
    public void setDuringRelease(boolean duringRelease) {
        this.duringRelease = duringRelease;
    }

    @Override
    Goal goal() {
        return Goal.SCALE;
    }

    @Override
    Fields fields() {
        return super.fields()
                .with("service", service)
                .with("instances", instances)
                .with("duringRelease", duringRelease);
    }

    /** Of {@code cerebroScale}. */
    @Extension
    public static final class DescriptorImpl extends RealmStepDescriptor {
        @Override
        public String getFunctionName() {
            return "cerebroScale";
        }

        @Override
        public String getDisplayName() {
            return "Cerebro: Scale";
        }

        @POST
        public FormValidation doCheckService(@QueryParameter String value) {
            return Forms.service(value);
        }

        @POST
        public FormValidation doCheckInstances(@QueryParameter String value) {
            return Forms.size(value);
        }
    }
}
