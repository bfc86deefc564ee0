package org.jenkinsci.plugins.workflow.steps;

import static io.cerebro.signatures.Signatures.compileOnly;

public abstract class SynchronousNonBlockingStepExecution<T> extends StepExecution {
    protected SynchronousNonBlockingStepExecution(StepContext context) {
        super(context);
    }

    protected abstract T run() throws Exception;

    public final boolean start() throws Exception {
        throw compileOnly();
    }

    public void stop(Throwable cause) throws Exception {
        throw compileOnly();
    }

    public void onResume() {
        throw compileOnly();
    }

    public String getStatus() {
        throw compileOnly();
    }

    public boolean blocksRestart() {
        throw compileOnly();
    }
}
