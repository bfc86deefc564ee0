package org.jenkinsci.plugins.workflow.steps;

import static io.cerebro.signatures.Signatures.compileOnly;

import com.google.common.util.concurrent.ListenableFuture;
import java.io.Serializable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

public abstract class StepExecution implements Serializable {
    protected StepExecution(StepContext context) {}

    public StepContext getContext() {
        throw compileOnly();
    }

    public abstract boolean start() throws Exception;

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
