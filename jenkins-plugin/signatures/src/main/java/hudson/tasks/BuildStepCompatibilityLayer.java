package hudson.tasks;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.AbstractProject;
import hudson.model.Action;
import hudson.model.BuildListener;
import java.io.IOException;
import java.util.Collection;

public abstract class BuildStepCompatibilityLayer implements BuildStep {
    public boolean prebuild(AbstractBuild<?, ?> build, BuildListener listener) {
        throw compileOnly();
    }

    public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
            throws InterruptedException, IOException {
        throw compileOnly();
    }

    public Action getProjectAction(AbstractProject<?, ?> project) {
        throw compileOnly();
    }

    public Collection<? extends Action> getProjectActions(AbstractProject<?, ?> project) {
        throw compileOnly();
    }
}
