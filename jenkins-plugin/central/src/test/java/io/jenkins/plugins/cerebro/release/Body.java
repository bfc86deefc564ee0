package io.jenkins.plugins.cerebro.release;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;

/** A step's body that ends when a test says so. */
final class Body extends BodyExecution {
    private static final long serialVersionUID = 1;

    private final Context context;
    private final BodyExecutionCallback callback;
    private @Nullable Throwable cancelled;

    Body(Context context, BodyExecutionCallback callback) {
        this.context = context;
        this.callback = callback;
    }

    void succeeds(Object result) {
        callback.onSuccess(context, result);
    }

    void fails(Throwable failure) {
        callback.onFailure(context, failure);
    }

    /** What it was interrupted with. */
    @Nullable
    Throwable cancelled() {
        return cancelled;
    }

    @Override
    public boolean cancel(Throwable cause) {
        cancelled = cause;
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
        return cancelled != null;
    }

    @Override
    public boolean isDone() {
        throw new AssertionError("is not asked");
    }

    @Override
    public Object get() {
        throw new AssertionError("is not waited for");
    }

    @Override
    public Object get(long timeout, TimeUnit unit) {
        throw new AssertionError("is not waited for");
    }
}
