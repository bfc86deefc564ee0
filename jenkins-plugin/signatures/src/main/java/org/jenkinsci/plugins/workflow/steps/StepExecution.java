package org.jenkinsci.plugins.workflow.steps;

import static io.cerebro.signatures.Signatures.compileOnly;

import com.google.common.util.concurrent.ListenableFuture;
import java.io.Serializable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

public abstract class StepExecution implements Serializable {
    private final StepContext context;

    protected StepExecution(StepContext context) {
        this.context = context;
    }

    public StepContext getContext() {
        return context;
    }

    public abstract boolean start() throws Exception;

    public void stop(Throwable cause) throws Exception {
        getContext().onFailure(cause);
    }

    public void onResume() {}

    public String getStatus() {
        return null;
    }

    public boolean blocksRestart() {
        return false;
    }

    public final String getStatusBounded(long timeout, TimeUnit unit) {
        throw compileOnly();
    }

    public static ListenableFuture<?> acceptAll(Consumer<StepExecution> c) {
        throw compileOnly();
    }

    public static <T extends StepExecution> ListenableFuture<?> acceptAll(Class<T> type, Consumer<T> c) {
        throw compileOnly();
    }
}
