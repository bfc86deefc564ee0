package io.jenkins.plugins.cerebro;

import java.util.Objects;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jspecify.annotations.Nullable;

/** Begins a step's body as a release has it begun: with a callback, and nothing else. */
public abstract class PlainInvoker extends BodyInvoker {
    private @Nullable BodyExecutionCallback callback;

    /** Who is told of the body's end. */
    protected final BodyExecutionCallback callback() {
        return Objects.requireNonNull(callback, "a body begins with a callback");
    }

    @Override
    public final BodyInvoker withContext(Object override) {
        throw new AssertionError("a release overrides no context");
    }

    @Override
    public final BodyInvoker withDisplayName(String name) {
        throw new AssertionError("a release's body has no name");
    }

    @Override
    public final BodyInvoker withCallback(BodyExecutionCallback told) {
        callback = told;
        return this;
    }
}
