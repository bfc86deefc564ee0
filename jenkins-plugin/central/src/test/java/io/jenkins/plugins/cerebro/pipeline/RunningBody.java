package io.jenkins.plugins.cerebro.pipeline;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A step's body, which runs beside the step. */
final class RunningBody extends BodyExecution {
    private static final long serialVersionUID = 1;

    private final transient Head head;

    RunningBody(Head head) {
        this.head = head;
    }

    @Override
    public boolean cancel(Throwable cause) {
        head.stop(cause);
        return true;
    }

    @Override
    public Collection<StepExecution> getCurrentExecutions() {
        return List.of();
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        throw new AssertionError("is interrupted with a cause");
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public boolean isDone() {
        return head.end().isDone();
    }

    @Override
    public Object get() throws InterruptedException, ExecutionException {
        return head.end().get();
    }

    @Override
    public Object get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        return head.end().get(timeout, unit);
    }
}
