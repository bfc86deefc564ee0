package io.jenkins.plugins.cerebro.release;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.cerebro.release.Outcome;
import io.cerebro.release.Progress;
import io.cerebro.release.ReleaseJson;
import io.jenkins.plugins.cerebro.CerebroPermissions;
import io.jenkins.plugins.cerebro.page.Controls;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;

/**
 * A release as a step of a pipeline. Jenkins keeps the request and the release's JSON; after a restart it goes on from there.
 *
 * <p>With a body, the canary keeps its stage while the body runs. A canary that fails meanwhile interrupts the body, and a body
 * that fails turns the canary back. The step ends when both have.
 */
public class ReleaseExecution extends StepExecution implements Journey.Owner {
    private static final long serialVersionUID = 1;

    /** What has become of the body. */
    private enum Body {
        NOT_BEGUN,
        RUNNING,
        INTERRUPTED,
        ENDED
    }

    private final Request request;
    private @Nullable String saved;
    private int record;
    private @Nullable Throwable stopped;
    private Body body = Body.NOT_BEGUN;
    private volatile @Nullable BodyExecution running;
    private @Nullable Object bodyResult;
    private @Nullable Throwable bodyFailure;
    private int approvalsBefore;
    private boolean asked;

    private transient @Nullable Run<?, ?> build;
    private transient volatile @Nullable Journey journey;
    private transient @Nullable Progress end;

    public ReleaseExecution(StepContext context, Request request) {
        super(context);
        this.request = request;
    }

    @Override
    public boolean start() throws Exception {
        CerebroPermissions.check(run());
        begin();
        return false;
    }

    @Override
    public void onResume() {
        begin();
    }

    private synchronized void begin() {
        Journey begun = new Journey(request, this);
        journey = begun;
        if (stopped != null) {
            begun.abort(because(stopped));
        }
        begun.begin();
    }

    /** Turns traffic back first; the step ends, with this cause, when that is through. */
    @Override
    public synchronized void stop(Throwable cause) {
        stopped = cause;
        Journey going = journey;
        if (going != null) {
            going.abort(because(cause));
        }
    }

    private static String because(Throwable cause) {
        if (cause instanceof FlowInterruptedException interrupted
                && !interrupted.getCauses().isEmpty()) {
            return String.join(
                    "; ",
                    interrupted.getCauses().stream()
                            .map(each -> each.getShortDescription())
                            .toList());
        }
        return Optional.ofNullable(cause.getMessage()).orElse(cause.toString());
    }

    @Override
    public String getStatus() {
        Journey going = journey;
        return going == null
                ? "not begun"
                : going.progress().map(Progress::says).orElse("finding out what to release");
    }

    @Override
    public Run<?, ?> run() throws IOException, InterruptedException {
        Run<?, ?> run = getContext().get(Run.class);
        build = run;
        return run;
    }

    @Override
    public TaskListener listener() throws IOException, InterruptedException {
        return getContext().get(TaskListener.class);
    }

    @Override
    public @Nullable FilePath workspace() throws IOException, InterruptedException {
        return getContext().get(FilePath.class);
    }

    @Override
    public synchronized boolean begun() {
        return saved != null;
    }

    @Override
    public synchronized Journey.Kept kept() {
        return new Journey.Kept(ReleaseJson.read(Objects.requireNonNull(saved)), record);
    }

    @Override
    public synchronized void begins(Journey.Kept kept) {
        record = kept.record();
        saved = ReleaseJson.write(kept.progress());
    }

    @Override
    public synchronized boolean holds() {
        return getContext().hasBody() && body != Body.ENDED;
    }

    @Override
    public void looked(Progress progress, boolean moved) {
        if (moved) {
            synchronized (this) {
                saved = ReleaseJson.write(progress);
            }
            getContext().saveState();
        }
        if (getContext().hasBody()) {
            accompany(progress);
        }
    }

    private void accompany(Progress progress) {
        if (progress.phase().leaving()) {
            interrupt(progress.says());
        } else if (progress.observation().isPresent() && begins()) {
            running = getContext().newBodyInvoker().withCallback(new Callback()).start();
        } else {
            seeWhetherSomebodyIsAsked();
        }
    }

    private void seeWhetherSomebodyIsAsked() {
        if (bodyRuns() && build != null && Approvals.asked(build)) {
            synchronized (this) {
                asked = true;
            }
        }
    }

    private synchronized boolean bodyRuns() {
        return body == Body.RUNNING && !asked;
    }

    private synchronized boolean begins() {
        if (body != Body.NOT_BEGUN || stopped != null) {
            return false;
        }
        body = Body.RUNNING;
        approvalsBefore = approvals().size();
        return true;
    }

    private void interrupt(String because) {
        synchronized (this) {
            if (body != Body.RUNNING) {
                return;
            }
            body = Body.INTERRUPTED;
        }
        if (running != null) {
            running.cancel(new FlowInterruptedException(Result.FAILURE, true, new RolledBack(because)));
        }
    }

    private List<String> approvals() {
        return build == null ? List.of() : Approvals.of(build);
    }

    private void bodyEnded(@Nullable Object result, @Nullable Throwable failure) {
        Progress over;
        synchronized (this) {
            boolean ours = body == Body.INTERRUPTED;
            body = Body.ENDED;
            bodyResult = result;
            bodyFailure = ours ? null : failure;
            over = end;
            Journey going = journey;
            if (going != null) {
                answer(going);
            }
        }
        if (over != null) {
            finish(over);
        }
    }

    private void answer(Journey going) {
        if (bodyFailure != null) {
            going.abort("its checks did not pass: " + because(bodyFailure));
            return;
        }
        List<String> approved = approvals();
        if (approved.size() > approvalsBefore) {
            going.approve(String.join(", ", approved.subList(approvalsBefore, approved.size())));
        } else if (asked) {
            going.approve(Approvals.ANONYMOUS);
        }
        going.wake();
    }

    @Override
    public void ended(Progress over) {
        boolean waits;
        interrupt(over.says());
        synchronized (this) {
            saved = ReleaseJson.write(over);
            end = over;
            waits = body == Body.RUNNING || body == Body.INTERRUPTED;
        }
        if (!waits) {
            finish(over);
        }
    }

    private void finish(Progress over) {
        if (build != null) {
            Controls.forget(build, record());
        }
        Outcome outcome = over.outcome().orElseThrow();
        Throwable failure = failure(outcome);
        if (failure != null) {
            getContext().onFailure(failure);
        } else {
            getContext().onSuccess(result(outcome));
        }
    }

    private synchronized int record() {
        return record;
    }

    /** What the step was stopped by, or its body, or the release itself. */
    private synchronized @Nullable Throwable failure(Outcome outcome) {
        if (stopped != null) {
            return stopped;
        }
        if (bodyFailure != null) {
            return bodyFailure;
        }
        return outcome.kind() == Outcome.Kind.DONE
                ? null
                : new AbortException(outcome.lines().get(0));
    }

    private synchronized @Nullable Object result(Outcome outcome) {
        return getContext().hasBody() ? bodyResult : answer(outcome);
    }

    /** A canary's step answers with the gate's verdict, the others with a sentence. */
    private String answer(Outcome outcome) {
        Journey gone = journey;
        String gate = gone == null ? "" : gone.gate();
        return request.isCanary() && !gate.isEmpty() ? gate : outcome.because();
    }

    @Override
    public void failed(String because) {
        Throwable cause;
        synchronized (this) {
            cause = stopped == null ? new AbortException(because) : stopped;
        }
        getContext().onFailure(cause);
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        synchronized (this) {
            Journey going = journey;
            Optional<Progress> progress = going == null ? Optional.empty() : going.progress();
            if (progress.isPresent()) {
                saved = ReleaseJson.write(progress.get());
            }
            out.defaultWriteObject();
        }
    }

    /** Tells of the body's end. */
    private final class Callback extends BodyExecutionCallback {
        private static final long serialVersionUID = 1;

        @Override
        public void onSuccess(StepContext context, Object result) {
            bodyEnded(result, null);
        }

        @Override
        public void onFailure(StepContext context, Throwable failure) {
            bodyEnded(null, failure);
        }
    }
}
