package org.jenkinsci.plugins.workflow.steps;

import static io.cerebro.signatures.Signatures.compileOnly;

public abstract class SynchronousStepExecution<T> extends StepExecution {
    protected SynchronousStepExecution(StepContext context) {
        super(context);
    }

    protected abstract T run() throws Exception;

    public final boolean start() throws Exception {
        getContext().onSuccess(run());
        return true;
    }

    public void stop(Throwable cause) throws Exception {
        throw compileOnly();
    }
}
