package io.jenkins.plugins.cerebro.pipeline;

import com.cloudbees.groovy.cps.Outcome;
import groovy.lang.Closure;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;

/** The steps that a pipeline may call: all of Cerebro's as they are, and the few of Pipeline's own that the examples use. */
final class Steps implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "steps"));
    private final Build build;
    private final Binder binder;

    Steps(Build build) throws IOException {
        this.build = build;
        this.binder = new Binder();
    }

    void begin(Head head, PipelineScript.Call call) {
        try {
            if (binder.knows(call.step())) {
                cerebro(head, call);
            } else {
                pipeline(head, call);
            }
        } catch (Exception e) {
            head.answer(call, new Outcome(null, e));
        }
    }

    private void cerebro(Head head, PipelineScript.Call call) throws Exception {
        Object last = call.arguments().get(call.arguments().size() - 1);
        Closure<?> body = last instanceof Closure<?> closure ? closure : null;
        StepCall context = new StepCall(build, head, call, body);
        StepExecution execution = binder.step(call, context);
        head.runs(execution);
        if (execution instanceof SynchronousNonBlockingStepExecution<?>) {
            Method run = SynchronousNonBlockingStepExecution.class.getDeclaredMethod("run");
            run.setAccessible(true);
            inBackground(head, call, () -> run.invoke(execution));
        } else {
            execution.start();
        }
    }

    private void pipeline(Head head, PipelineScript.Call call) {
        switch (call.step()) {
            case "takeNode" -> {
                head.nodes(1);
                head.answer(call, new Outcome(null, null));
            }
            case "giveNodeBack" -> {
                head.nodes(-1);
                head.answer(call, new Outcome(null, null));
            }
            case "echo" -> {
                build.say(String.valueOf(call.arguments().get(0)));
                head.answer(call, new Outcome(null, null));
            }
            case "disableConcurrentBuilds", "properties" -> head.answer(call, new Outcome(call.step(), null));
            case "input" ->
                build.ask(
                        ((Map<?, ?>) call.arguments().get(0)).get("message"),
                        () -> head.answer(call, new Outcome(null, null)));
            case "mail" ->
                inBackground(
                        head,
                        call,
                        () -> build.mail((Map<?, ?>) call.arguments().get(0)));
            case "checkout" -> inBackground(head, call, () -> build.checkout(head.inNode()));
            case "sh" ->
                inBackground(
                        head,
                        call,
                        () -> build.shell(
                                head.inNode(), String.valueOf(call.arguments().get(0))));
            default -> throw new NoSuchMethodError("no such step '" + call.step() + "'");
        }
    }

    private void inBackground(Head head, PipelineScript.Call call, Callable<Object> step) {
        threads.execute(() -> {
            try {
                head.answer(call, new Outcome(step.call(), null));
            } catch (InvocationTargetException e) {
                head.answer(call, new Outcome(null, e.getCause()));
            } catch (Exception e) {
                head.answer(call, new Outcome(null, e));
            }
        });
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
    }
}
