package io.jenkins.plugins.cerebro;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import io.jenkins.plugins.cerebro.release.FreestyleRelease;
import java.io.IOException;
import jenkins.tasks.SimpleBuildStep;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code cerebroDeploy} as a freestyle build step, with the same fields. */
public final class CerebroDeployBuilder extends Builder implements SimpleBuildStep {
    private final CerebroDeployStep step;

    @DataBoundConstructor
    public CerebroDeployBuilder(CerebroDeployStep step) {
        this.step = step;
    }

    public CerebroDeployStep getStep() {
        return step;
    }

    @Override
    public void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        new FreestyleRelease(step.request(env), run, workspace, listener).toEnd();
    }

    /** Of the build step. */
    @Extension
    @Symbol("cerebroDeployBuilder")
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
        @Override
        public boolean isApplicable(Class<? extends AbstractProject> jobType) {
            return true;
        }

        @Override
        public String getDisplayName() {
            return "Cerebro: Deploy";
        }
    }
}
