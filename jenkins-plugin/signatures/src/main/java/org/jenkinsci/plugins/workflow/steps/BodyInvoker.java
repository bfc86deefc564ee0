package org.jenkinsci.plugins.workflow.steps;

import static io.cerebro.signatures.Signatures.compileOnly;

import com.google.common.util.concurrent.FutureCallback;
import java.util.Collection;
import java.util.List;

public abstract class BodyInvoker {
    public abstract BodyInvoker withContext(Object override);

    public BodyInvoker withContexts(Object... overrides) {
        return withContexts(List.of(overrides));
    }

    public BodyInvoker withContexts(Collection<?> overrides) {
        overrides.forEach(this::withContext);
        return this;
    }

    public abstract BodyInvoker withDisplayName(String name);

    public abstract BodyInvoker withCallback(BodyExecutionCallback callback);

    public final BodyInvoker withCallback(FutureCallback<Object> callback) {
        throw compileOnly();
    }

    public abstract BodyExecution start();
}
