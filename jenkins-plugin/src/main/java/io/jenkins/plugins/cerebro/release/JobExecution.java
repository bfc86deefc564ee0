package io.jenkins.plugins.cerebro.release;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.cerebro.job.JobRun;
import io.cerebro.job.JobRunJson;
import io.jenkins.plugins.cerebro.CerebroPermissions;
import java.io.IOException;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;

/** A job of Chronos as a step of a pipeline. Jenkins keeps the request and the run's JSON; after a restart it goes on from there. */
public class JobExecution extends StepExecution implements JobDrive.Owner {
    private static final long serialVersionUID = 1;

    private final Request request;
    private volatile @Nullable String saved;
    private volatile @Nullable Throwable stopped;

    private transient volatile @Nullable JobDrive drive;

    public JobExecution(StepContext context, Request request) {
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

    private void begin() {
        JobDrive begun = new JobDrive(request, this);
        drive = begun;
        if (stopped != null) {
            begun.stop();
        }
        begun.begin();
    }

    /** A run that has begun is left to Chronos. */
    @Override
    public void stop(Throwable cause) {
        stopped = cause;
        JobDrive going = drive;
        if (going != null) {
            going.stop();
        }
    }

    @Override
    public String getStatus() {
        JobDrive going = drive;
        return going == null ? "not begun" : going.says();
    }

    @Override
    public Run<?, ?> run() throws IOException, InterruptedException {
        return getContext().get(Run.class);
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
    public Optional<JobRun> kept() {
        return Optional.ofNullable(saved).map(JobRunJson::read);
    }

    @Override
    public void keep(JobRun run, Runnable then) {
        saved = JobRunJson.write(run);
        getContext().saveState().addListener(then, Runnable::run);
    }

    @Override
    public void done(String sentence) {
        Throwable cause = stopped;
        if (cause == null) {
            getContext().onSuccess(sentence);
        } else {
            getContext().onFailure(cause);
        }
    }

    @Override
    public void failed(String because) {
        Throwable cause = stopped;
        getContext().onFailure(cause == null ? new AbortException(because) : cause);
    }
}
