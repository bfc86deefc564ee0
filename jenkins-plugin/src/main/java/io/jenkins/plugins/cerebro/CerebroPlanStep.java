package io.jenkins.plugins.cerebro;

import hudson.EnvVars;
import hudson.Extension;
import hudson.util.ListBoxModel;
import io.cerebro.release.Goal;
import io.jenkins.plugins.cerebro.release.PlanExecution;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/** {@code cerebroPlan}: says what would be sent and what it means, and gives a handle by which later steps release just that. */
public final class CerebroPlanStep extends GatedStep {
    private @Nullable String goal;

    @DataBoundConstructor
    public CerebroPlanStep(@Nullable String realm) {
        super(realm);
    }

    public @Nullable String getGoal() {
        return goal;
    }

    /** @param goal {@code release}, the default, or {@code deploy} */
    @DataBoundSetter
    public void setGoal(@Nullable String goal) {
        this.goal = Fields.orNull(goal);
    }

    @Override
    Goal goal() {
        return switch (goal == null ? "release" : goal) {
            case "release" -> Goal.RELEASE;
            case "deploy" -> Goal.DEPLOY;
            default -> throw new IllegalArgumentException("goal is 'release' or 'deploy', not '" + goal + "'");
        };
    }

    @Override
    public StepExecution start(StepContext context) throws IOException, InterruptedException {
        return new PlanExecution(context, request(context.get(EnvVars.class)));
    }

    /** Of {@code cerebroPlan}. */
    @Extension
    public static final class DescriptorImpl extends GatedStepDescriptor {
        @Override
        public String getFunctionName() {
            return "cerebroPlan";
        }

        @Override
        public String getDisplayName() {
            return "Cerebro: Plan";
        }

        @POST
        public ListBoxModel doFillGoalItems() {
            return new ListBoxModel(
                    new ListBoxModel.Option("release: through canary isolated and partial to full", "release"),
                    new ListBoxModel.Option("deploy: rolling, without a canary", "deploy"));
        }
    }
}
