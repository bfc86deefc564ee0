package io.jenkins.plugins.cerebro.release;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import io.jenkins.plugins.cerebro.PlainInvoker;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jspecify.annotations.Nullable;

/** What Jenkins gives a step, and what the step has answered. Stored as the build's name, as Jenkins's own is. */
final class Context extends StepContext {
    private static final long serialVersionUID = 1;

    private final transient Scene scene;
    private final String build;
    private transient boolean hasBody;
    private transient int ends;
    private transient int saves;
    private transient @Nullable Object result;
    private transient @Nullable Throwable failure;
    private transient @Nullable Body body;

    Context(Scene scene, String build) {
        this.scene = scene;
        this.build = build;
    }

    Scene scene() {
        return scene;
    }

    void withBody() {
        hasBody = true;
    }

    boolean ended() {
        return ends > 0;
    }

    int ends() {
        return ends;
    }

    int saves() {
        return saves;
    }

    @Nullable
    Object result() {
        return result;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Null until the step has begun it. */
    @Nullable
    Body body() {
        return body;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T get(Class<T> key) {
        return (T) scene.thing(key);
    }

    @Override
    public void onSuccess(@Nullable Object answer) {
        result = answer;
        ends++;
        scene.stirred();
    }

    @Override
    public void onFailure(Throwable cause) {
        failure = cause;
        ends++;
        scene.stirred();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public ListenableFuture<Void> saveState() {
        saves++;
        return Futures.immediateFuture(null);
    }

    @Override
    public void setResult(Result unused) {
        throw new AssertionError("a release sets no result");
    }

    @Override
    public boolean hasBody() {
        return hasBody;
    }

    @Override
    public BodyInvoker newBodyInvoker() {
        return new Invoker();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Context context && context.build.equals(build);
    }

    @Override
    public int hashCode() {
        return build.hashCode();
    }

    private Object readResolve() {
        return Scene.named(build).context;
    }

    private final class Invoker extends PlainInvoker {
        @Override
        public BodyExecution start() {
            if (body != null) {
                throw new AssertionError("a body begins once");
            }
            Body begun = new Body(Context.this, callback());
            body = begun;
            return begun;
        }
    }
}
