package io.jenkins.plugins.cerebro.release;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.cerebro.release.Outcome;
import io.cerebro.release.Progress;
import io.jenkins.plugins.cerebro.CerebroPermissions;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A release in a build that has its executor anyway: waits in the calling thread, and turns back before it lets an abort through. */
public class FreestyleRelease implements Journey.Owner {
    private final Request request;
    private final Run<?, ?> run;
    private final FilePath workspace;
    private final TaskListener listener;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Journey.@Nullable Kept kept;
    private volatile @Nullable Progress end;
    private volatile String failure = "";

    public FreestyleRelease(Request request, Run<?, ?> run, FilePath workspace, TaskListener listener) {
        this.request = request;
        this.run = run;
        this.workspace = workspace;
        this.listener = listener;
    }

    /**
     * Releases, and waits for the end.
     *
     * @throws AbortException if it did not get where it should, with the sentence that says why
     * @throws InterruptedException after traffic is back, when the build was aborted
     */
    public void toEnd() throws AbortException, InterruptedException {
        CerebroPermissions.check(run);
        Journey journey = new Journey(request, this);
        journey.begin();
        boolean aborted = false;
        while (over.getCount() > 0) {
            try {
                over.await();
            } catch (InterruptedException e) {
                aborted = true;
                journey.abort("the build was aborted");
            }
        }
        if (aborted) {
            throw new InterruptedException("the build was aborted");
        }
        report();
    }

    private void report() throws AbortException {
        Progress reached = end;
        if (reached == null) {
            throw new AbortException(failure);
        }
        Outcome outcome = reached.outcome().orElseThrow();
        if (outcome.kind() != Outcome.Kind.DONE) {
            throw new AbortException(outcome.lines().get(0));
        }
    }

    @Override
    public Run<?, ?> run() {
        return run;
    }

    @Override
    public TaskListener listener() {
        return listener;
    }

    @Override
    public FilePath workspace() {
        return workspace;
    }

    @Override
    public boolean begun() {
        return kept != null;
    }

    @Override
    public Journey.Kept kept() {
        return Objects.requireNonNull(kept);
    }

    @Override
    public void begins(Journey.Kept first) {
        kept = first;
    }

    @Override
    public boolean holds() {
        return false;
    }

    @Override
    public void looked(Progress progress, boolean moved) {}

    @Override
    public void ended(Progress reached) {
        end = reached;
        over.countDown();
    }

    @Override
    public void failed(String because) {
        failure = because;
        over.countDown();
    }
}
