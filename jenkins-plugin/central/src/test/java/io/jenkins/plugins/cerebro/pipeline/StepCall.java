package io.jenkins.plugins.cerebro.pipeline;

import com.cloudbees.groovy.cps.Outcome;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import groovy.lang.Closure;
import hudson.model.Result;
import io.jenkins.plugins.cerebro.PlainInvoker;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What a step sees of the pipeline that called it, and by which it answers. */
final class StepCall extends StepContext {
    private static final long serialVersionUID = 1;

    private final transient Build build;
    private final transient Head head;
    private final transient PipelineScript.Call call;
    private final transient Closure<?> body;

    /** @param body null where the step is called without one */
    StepCall(Build build, Head head, PipelineScript.Call call, Closure<?> body) {
        this.build = build;
        this.head = head;
        this.call = call;
        this.body = body;
    }

    @Override
    public <T> T get(Class<T> key) {
        return key.cast(build.context(key, head.inNode()));
    }

    @Override
    public void onSuccess(Object result) {
        head.answer(call, new Outcome(result, null));
    }

    @Override
    public void onFailure(Throwable cause) {
        head.answer(call, new Outcome(null, cause));
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public ListenableFuture<Void> saveState() {
        return Futures.immediateFuture(null);
    }

    @Override
    public void setResult(Result unused) {
        throw new AssertionError("a release sets no result");
    }

    @Override
    public boolean hasBody() {
        return body != null;
    }

    @Override
    public BodyInvoker newBodyInvoker() {
        return new Invoker();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    private final class Invoker extends PlainInvoker {
        @Override
        public BodyExecution start() {
            BodyExecutionCallback told = callback();
            Head beside = head.body(body);
            beside.end().whenComplete((result, failure) -> {
                if (failure == null) {
                    told.onSuccess(StepCall.this, result);
                } else {
                    told.onFailure(StepCall.this, failure);
                }
            });
            beside.begin();
            return new RunningBody(beside);
        }
    }
}
