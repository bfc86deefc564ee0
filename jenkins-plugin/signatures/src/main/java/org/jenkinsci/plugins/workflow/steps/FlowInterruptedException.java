package org.jenkinsci.plugins.workflow.steps;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.List;
import jenkins.model.CauseOfInterruption;

public final class FlowInterruptedException extends InterruptedException {
    public FlowInterruptedException(Result result, boolean actualInterruption, CauseOfInterruption... causes) {}

    public Result getResult() {
        throw compileOnly();
    }

    public List<CauseOfInterruption> getCauses() {
        throw compileOnly();
    }

    public boolean isActualInterruption() {
        throw compileOnly();
    }

    public void setActualInterruption(boolean actualInterruption) {
        throw compileOnly();
    }

    public String getMessage() {
        throw compileOnly();
    }

    public void handle(Run<?, ?> run, TaskListener listener) {
        throw compileOnly();
    }
}
