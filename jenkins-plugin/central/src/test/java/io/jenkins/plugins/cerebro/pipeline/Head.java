package io.jenkins.plugins.cerebro.pipeline;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Continuation;
import com.cloudbees.groovy.cps.Envs;
import com.cloudbees.groovy.cps.Outcome;
import com.cloudbees.groovy.cps.impl.CpsCallableInvocation;
import com.cloudbees.groovy.cps.impl.SourceLocation;
import groovy.lang.Closure;
import java.util.concurrent.CompletableFuture;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A program that goes on where it waits for a step: the Jenkinsfile's own, or that of a step's body. */
final class Head {
    private final Engine engine;
    private final Steps steps;
    private final Continuable program;
    private final CompletableFuture<Object> end = new CompletableFuture<>();
    private int nodes;
    private PipelineScript.Call waitsFor;
    private StepExecution execution;

    /** @param nodes how many it is in */
    Head(Engine engine, Steps steps, Continuable program, int nodes) {
        this.engine = engine;
        this.steps = steps;
        this.program = program;
        this.nodes = nodes;
    }

    /** A step's body, beside this program. */
    Head body(Closure<?> closure) {
        return new Head(engine, steps, program(closure), nodes);
    }

    private static Continuable program(Closure<?> closure) {
        try {
            closure.call();
        } catch (CpsCallableInvocation call) {
            return new Continuable(call.invoke(Envs.empty(), SourceLocation.UNKNOWN, Continuation.HALT));
        }
        throw new AssertionError("a body that is not compiled to continuations");
    }

    void begin() {
        engine.later(() -> goOn(new Outcome(null, null)));
    }

    CompletableFuture<Object> end() {
        return end;
    }

    boolean inNode() {
        return nodes > 0;
    }

    void nodes(int more) {
        nodes += more;
    }

    /** Interrupts what it waits for. */
    void stop(Throwable cause) {
        engine.later(() -> {
            if (waitsFor != null) {
                stopStep(cause);
            }
        });
    }

    private void stopStep(Throwable cause) {
        if (execution == null) {
            answered(waitsFor, new Outcome(null, cause));
            return;
        }
        try {
            execution.stop(cause);
        } catch (Exception e) {
            answered(waitsFor, new Outcome(null, e));
        }
    }

    /** Says by what a call is stopped. */
    void runs(StepExecution step) {
        execution = step;
    }

    void answer(PipelineScript.Call call, Outcome answer) {
        engine.later(() -> answered(call, answer));
    }

    private void answered(PipelineScript.Call call, Outcome answer) {
        if (waitsFor == call) {
            waitsFor = null;
            execution = null;
            goOn(answer);
        }
    }

    private void goOn(Outcome with) {
        Outcome said = program.run0(with, Continuable.categories);
        if (program.isResumable()) {
            waitsFor = (PipelineScript.Call) said.getNormal();
            steps.begin(this, waitsFor);
        } else if (said.isSuccess()) {
            end.complete(said.getNormal());
        } else {
            end.completeExceptionally(said.getAbnormal());
        }
    }
}
