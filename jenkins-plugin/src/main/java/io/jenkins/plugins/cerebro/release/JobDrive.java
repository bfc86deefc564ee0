package io.jenkins.plugins.cerebro.release;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.cerebro.chronos.ChronosException;
import io.cerebro.chronos.JobDefinition;
import io.cerebro.definition.DefinitionException;
import io.cerebro.http.Unreachable;
import io.cerebro.job.JobNarration;
import io.cerebro.job.JobRequest;
import io.cerebro.job.JobResult;
import io.cerebro.job.JobRun;
import io.cerebro.job.JobStart;
import io.cerebro.job.JobWorld;
import io.cerebro.realm.RealmsException;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a build wants of a job, from what its step asks for to its end. Between two looks it is nothing but an entry in Jenkins's
 * timer.
 */
final class JobDrive {
    /** The step that it belongs to. */
    interface Owner {
        Run<?, ?> run() throws IOException, InterruptedException;

        TaskListener listener() throws IOException, InterruptedException;

        /** Null where the step runs without a node. */
        @Nullable
        FilePath workspace() throws IOException, InterruptedException;

        /** @throws RealmsException if it is not to be had */
        default JobRealm reach(Run<?, ?> run, String realm) {
            return JobRealm.to(run, realm);
        }

        /** How far a run had got; empty before there is one. */
        Optional<JobRun> kept();

        /** From here on it is continued, whatever happens. What begins it comes after it is kept. */
        void keep(JobRun run, Runnable then);

        void done(String sentence);

        void failed(String because);
    }

    private static final Logger LOG = Logger.getLogger(JobDrive.class.getName());
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Request request;
    private final Owner owner;
    private final Looks looks;
    private final JobNarration narration = new JobNarration(ZoneId.systemDefault());

    private Optional<JobRun> run;
    private Optional<Future<?>> next = Optional.empty();
    /** From the start until the first look is planned, and during each look. */
    private boolean acting = true;

    private boolean stopped;
    private boolean ended;
    private String trouble = "";

    JobDrive(Request request, Owner owner) {
        this.request = request;
        this.owner = owner;
        this.looks = Looks.at(request.text("realm").orElse("no realm"));
        this.run = owner.kept();
    }

    /** Not in the calling thread: the definition may be on an agent. */
    void begin() {
        looks.now(this::open);
    }

    /** At once, or after the look that is under way. */
    synchronized void stop() {
        stopped = true;
        if (!acting && !ended) {
            leave();
        }
    }

    synchronized String says() {
        return run.map(JobRun::says).orElse("finding out what to do");
    }

    private void open() {
        synchronized (this) {
            if (ended) {
                return;
            }
            acting = true;
            if (stopped) {
                leave();
                return;
            }
        }
        try {
            JobRealm there = owner.reach(owner.run(), request.required("realm", "prod"));
            Optional<JobRun> kept = owner.kept();
            if (kept.isPresent()) {
                look(there.world());
            } else {
                first(JobRequest.of(request::text), there);
            }
        } catch (RealmsException | DefinitionException | Unreachable | ChronosException | IllegalArgumentException e) {
            couldNot(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            couldNot("tried to begin but " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            couldNot("interrupted");
        }
    }

    private void first(JobRequest asked, JobRealm there) throws IOException, InterruptedException {
        Optional<JobDefinition> definition = asked.action() == JobRequest.Action.DEPLOY
                ? Optional.of(new Definitions(request, there.realm()).job(owner.workspace()))
                : Optional.empty();
        JobStart start = JobStart.of(asked, definition, there.world(), this::say);
        if (start.run().isPresent()) {
            looked(start.run().get(), true, there.world());
        } else {
            done(start.sentence());
        }
    }

    private void look(JobWorld world) {
        JobRun before;
        synchronized (this) {
            if (ended) {
                return;
            }
            acting = true;
            before = run.orElseThrow();
        }
        JobRun after;
        try {
            after = before.next(world);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "could not look at " + before.job(), e);
            couldNot("tried to look at " + before.job() + " but " + e);
            return;
        }
        looked(after, after.phase() != before.phase(), world);
    }

    private void looked(JobRun now, boolean moved, JobWorld world) {
        Optional<String> line;
        synchronized (this) {
            run = Optional.of(now);
            trouble = "";
            line = narration.tell(now, world.clock().instant());
        }
        line.ifPresent(this::say);
        if (now.ended()) {
            end(now.result().orElseThrow());
            return;
        }
        if (moved) {
            owner.keep(now, () -> goOn(Duration.ZERO, () -> look(world)));
        } else {
            goOn(JobRun.EVERY, () -> look(world));
        }
    }

    private synchronized void goOn(Duration delay, Runnable step) {
        acting = false;
        if (ended) {
            return;
        }
        if (stopped) {
            leave();
        } else {
            next = Optional.of(looks.after(delay, step));
        }
    }

    /** Before there is a run this is the end; later, what keeps Jenkins from its realm may be mended. */
    private void couldNot(String why) {
        boolean again;
        boolean news;
        synchronized (this) {
            again = run.isPresent();
            news = !why.equals(trouble);
            trouble = why;
            ended = ended || !again;
        }
        if (!again) {
            owner.failed(why);
            return;
        }
        if (news) {
            say("cannot go on: " + why + "; trying again");
        }
        goOn(RETRY, this::open);
    }

    private synchronized void leave() {
        ended = true;
        next.ifPresent(planned -> planned.cancel(false));
        String left = run.map(JobRun::left).orElse("nothing was changed");
        say(left);
        owner.failed(left);
    }

    private void end(JobResult result) {
        List<String> lines = result.lines();
        lines.forEach(this::say);
        if (result.successful()) {
            done(result.text());
        } else {
            over();
            owner.failed(String.join("\n", lines));
        }
    }

    private void done(String sentence) {
        over();
        owner.done(sentence);
    }

    private synchronized void over() {
        ended = true;
    }

    /** A log that cannot be written does not keep a job from its way. */
    private void say(String line) {
        try {
            owner.listener().getLogger().println("[Cerebro] " + line);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "could not tell: " + line, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
