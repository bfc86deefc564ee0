package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.EnvVars;
import hudson.ExtensionPoint;
import hudson.security.ACL;
import java.io.IOException;
import java.util.List;

public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem
        implements ExtensionPoint {
    protected Job(ItemGroup parent, String name) {
        super(parent, name);
    }

    public void save() throws IOException {
        throw compileOnly();
    }

    public boolean isBuilding() {
        throw compileOnly();
    }

    public String getPronoun() {
        throw compileOnly();
    }

    public int getNextBuildNumber() {
        throw compileOnly();
    }

    public EnvVars getEnvironment(Node node, TaskListener listener) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public abstract boolean isBuildable();

    public RunT getBuildByNumber(int n) {
        throw compileOnly();
    }

    public RunT getLastBuild() {
        throw compileOnly();
    }

    public RunT getLastSuccessfulBuild() {
        throw compileOnly();
    }

    public RunT getLastCompletedBuild() {
        throw compileOnly();
    }

    public List<RunT> getLastBuildsOverThreshold(int numberOfBuilds, Result threshold) {
        throw compileOnly();
    }

    public ACL getACL() {
        throw compileOnly();
    }
}
