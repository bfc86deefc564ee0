package io.jenkins.plugins.cerebro;

import hudson.EnvVars;
import hudson.Extension;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.cerebro.release.Goal;
import io.jenkins.plugins.cerebro.release.JobExecution;
import io.jenkins.plugins.cerebro.release.Request;
import java.io.IOException;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code cerebroJob}: deploys, runs, waits for or deletes a job in a realm's Chronos, holding neither a thread nor an executor. */
public final class CerebroJobStep extends Step {
    private final @Nullable String realm;
    private @Nullable String action;
    private @Nullable String job;
    private @Nullable String file;
    private @Nullable String definition;
    private @Nullable String variables;
    private @Nullable String within;
    private boolean run;
    private boolean onlyTasks;

    @DataBoundConstructor
    public CerebroJobStep(@Nullable String realm) {
        this.realm = Fields.orNull(realm);
    }

    public @Nullable String getRealm() {
        return realm;
    }

    public @Nullable String getAction() {
        return action;
    }

    /** @param action {@code deploy}, the default, {@code run}, {@code wait} or {@code delete} */
    @DataBoundSetter
    public void setAction(@Nullable String action) {
        this.action = Fields.orNull(action);
    }

    public @Nullable String getJob() {
        return job;
    }

    @DataBoundSetter
    public void setJob(@Nullable String job) {
        this.job = Fields.orNull(job);
    }

    public @Nullable String getFile() {
        return file;
    }

    @DataBoundSetter
    public void setFile(@Nullable String file) {
        this.file = Fields.orNull(file);
    }

    public @Nullable String getDefinition() {
        return definition;
    }

    @DataBoundSetter
    public void setDefinition(@Nullable String definition) {
        this.definition = Fields.orNull(definition);
    }

    public @Nullable String getVariables() {
        return variables;
    }

    @DataBoundSetter
    public void setVariables(@Nullable String variables) {
        this.variables = Fields.orNull(variables);
    }

    public @Nullable String getWithin() {
        return within;
    }

    @DataBoundSetter
    public void setWithin(@Nullable String within) {
        this.within = Fields.orNull(within);
    }

    public boolean isRun() {
        return run;
    }

    @DataBoundSetter
    public void setRun(boolean run) {
        this.run = run;
    }

    public boolean isOnlyTasks() {
        return onlyTasks;
    }

    @DataBoundSetter
    public void setOnlyTasks(boolean onlyTasks) {
        this.onlyTasks = onlyTasks;
    }

    @Override
    public StepExecution start(StepContext context) throws IOException, InterruptedException {
        Fields fields = new Fields()
                .with("realm", realm)
                .with("action", action)
                .with("job", job)
                .with("file", file)
                .with("definition", definition)
                .with("variables", variables)
                .with("within", within)
                .with("run", run)
                .with("onlyTasks", onlyTasks);
        return new JobExecution(context, Request.of(Goal.DEPLOY, fields.texts(), context.get(EnvVars.class)));
    }

    /** Of {@code cerebroJob}. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "cerebroJob";
        }

        @Override
        public String getDisplayName() {
            return "Cerebro: Job";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, EnvVars.class);
        }

        @POST
        public ComboBoxModel doFillRealmItems(@AncestorInPath @Nullable Item item) {
            return Forms.realms(item);
        }

        @POST
        public ListBoxModel doFillActionItems() {
            return new ListBoxModel(
                    new ListBoxModel.Option("deploy: create or replace it", "deploy"),
                    new ListBoxModel.Option("run: run it now, and wait for its end", "run"),
                    new ListBoxModel.Option("wait: for the next run to end", "wait"),
                    new ListBoxModel.Option("delete: it and its tasks", "delete"));
        }

        @POST
        public FormValidation doCheckVariables(@QueryParameter String value) {
            return Forms.pairs("variables", value);
        }

        @POST
        public FormValidation doCheckWithin(@QueryParameter String value) {
            return Forms.within(value);
        }
    }
}
