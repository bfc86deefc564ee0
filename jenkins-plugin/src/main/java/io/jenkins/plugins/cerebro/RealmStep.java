package io.jenkins.plugins.cerebro;

import hudson.EnvVars;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import io.cerebro.release.Goal;
import io.jenkins.plugins.cerebro.release.ReleaseExecution;
import io.jenkins.plugins.cerebro.release.Request;
import java.io.IOException;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A step that drives a release in a realm and waits for its end, holding neither a thread nor an executor. */
public abstract class RealmStep extends Step {
    private final @Nullable String realm;
    private @Nullable String healthyWithin;

    RealmStep(@Nullable String realm) {
        this.realm = Fields.orNull(realm);
    }

    public @Nullable String getRealm() {
        return realm;
    }

    public @Nullable String getHealthyWithin() {
        return healthyWithin;
    }

    @DataBoundSetter
    public void setHealthyWithin(@Nullable String healthyWithin) {
        this.healthyWithin = Fields.orNull(healthyWithin);
    }

    abstract Goal goal();

    Fields fields() {
        return new Fields().with("realm", realm).with("healthyWithin", healthyWithin);
    }

    Request request(EnvVars environment) {
        return Request.of(goal(), fields().texts(), environment);
    }

    @Override
    public StepExecution start(StepContext context) throws IOException, InterruptedException {
        return new ReleaseExecution(context, request(context.get(EnvVars.class)));
    }

    /** What all of them need; a workspace only where a file of it is named. */
    abstract static class RealmStepDescriptor extends StepDescriptor {
        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, EnvVars.class);
        }

        @POST
        public ComboBoxModel doFillRealmItems(@AncestorInPath @Nullable Item item) {
            return Forms.realms(item);
        }

        @POST
        public FormValidation doCheckHealthyWithin(@QueryParameter String value) {
            return Forms.override("healthyWithin", value);
        }
    }
}
