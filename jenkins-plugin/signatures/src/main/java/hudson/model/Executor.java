package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.FilePath;
import hudson.model.Queue.Executable;
import java.util.Collection;
import jenkins.model.CauseOfInterruption;

public class Executor extends Thread implements ModelObject {
    public Executor(Computer owner, int n) {
        super("Executor #" + n + " for " + owner.getDisplayName());
    }

    public void interrupt() {
        throw compileOnly();
    }

    public void interrupt(Result result) {
        throw compileOnly();
    }

    public void interrupt(Result result, CauseOfInterruption... causes) {
        throw compileOnly();
    }

    public Result abortResult() {
        throw compileOnly();
    }

    public void recordCauseOfInterruption(Run<?, ?> build, TaskListener listener) {
        throw compileOnly();
    }

    public Queue.Executable getCurrentExecutable() {
        throw compileOnly();
    }

    public Collection<CauseOfInterruption> getCausesOfInterruption() {
        throw compileOnly();
    }

    public FilePath getCurrentWorkspace() {
        throw compileOnly();
    }

    public String getDisplayName() {
        throw compileOnly();
    }

    public int getNumber() {
        throw compileOnly();
    }

    public boolean isIdle() {
        throw compileOnly();
    }

    public boolean isBusy() {
        throw compileOnly();
    }

    public Computer getOwner() {
        throw compileOnly();
    }

    public static Executor currentExecutor() {
        throw compileOnly();
    }

    public static Executor of(Executable executable) {
        throw compileOnly();
    }
}
