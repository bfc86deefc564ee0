package io.jenkins.plugins.cerebro.release;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.cerebro.chronos.ChronosException;
import io.cerebro.chronos.JobDefinition;
import io.cerebro.definition.DefinitionException;
import io.cerebro.http.Unreachable;
import io.cerebro.job.JobDeletion;
import io.cerebro.job.JobDeployment;
import io.cerebro.job.JobResult;
import io.cerebro.job.JobRun;
import io.cerebro.job.JobWorld;
import io.cerebro.realm.RealmsException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
    private static final Duration PACE = Duration.ofMinutes(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Request request;
    private final Owner owner;
    private final Looks looks;
    private final boolean resumed;

    private Optional<JobRun> run;
    private Optional<Future<?>> next = Optional.empty();
    /** From the start until the first look is planned, and during each look. */
    private boolean acting = true;

    private boolean stopped;
    private boolean ended;
    private String trouble = "";
    private String said = "";
    private Instant saidAt = Instant.EPOCH;

    JobDrive(Request request, Owner owner) {
        this.request = request;
        this.owner = owner;
        this.looks = Looks.at(request.text("realm").orElse("no realm"));
        this.run = owner.kept();
        this.resumed = run.isPresent();
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
                first(JobRequest.of(request), there);
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
        JobWorld world = there.world();
        switch (asked.action()) {
            case DEPLOY -> deploy(asked, there);
            case RUN -> begin(asked.job().orElseThrow(), asked, world);
            case WAIT -> looked(JobRun.await(asked.job().orElseThrow(), asked.within(), world), true, world);
            case DELETE -> delete(asked.job().orElseThrow(), asked.onlyTasks(), world);
        }
    }

    private void deploy(JobRequest asked, JobRealm there) throws IOException, InterruptedException {
        JobDefinition job = new Definitions(request, there.realm()).job(owner.workspace());
        asked.job().filter(name -> !name.equals(job.name())).ifPresent(name -> {
            throw new IllegalArgumentException("the definition is of the job " + job.name() + ", not of " + name);
        });
        JobDeployment deployment = JobDeployment.planned(job, there.world());
        deployment.lines().forEach(this::say);
        if (deployment.refusal().isPresent()) {
            throw new IllegalArgumentException(deployment.refusal().get() + "; nothing was sent");
        }
        deployment.send(there.world());
        if (asked.run()) {
            begin(job.name(), asked, there.world());
        } else {
            done(deployment.lines().get(0));
        }
    }

    private void begin(String job, JobRequest asked, JobWorld world) {
        looked(JobRun.begin(job, asked.within(), world.clock().instant()), true, world);
    }

    private void delete(String job, boolean onlyTasks, JobWorld world) {
        Optional<String> refusal = JobDeletion.of(job, onlyTasks, world);
        if (refusal.isPresent()) {
            throw new IllegalArgumentException(refusal.get());
        }
        String sentence = JobDeletion.done(job, onlyTasks);
        say(sentence);
        done(sentence);
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
        synchronized (this) {
            run = Optional.of(now);
            trouble = "";
        }
        if (now.ended()) {
            end(now.result().orElseThrow());
            return;
        }
        tell(now.says(), world.clock().instant());
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
        String left = run.map(this::left).orElse("nothing was changed");
        say(left);
        owner.failed(left);
    }

    private String left(JobRun going) {
        String job = going.job();
        return switch (going.phase()) {
            case WAITING -> "nothing was begun";
            case READY -> resumed ? "whether " + job + " has been begun is not known" : "nothing was begun";
            case RUNNING -> job + " runs on in Chronos; cerebroJob action: 'delete', onlyTasks: true ends its tasks";
            case AWAITED, ENDED -> job + " is left as it is";
        };
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

    /** What changes, and every minute that nothing does. */
    private void tell(String says, Instant now) {
        synchronized (this) {
            if (says.equals(said) && !now.isAfter(saidAt.plus(PACE))) {
                return;
            }
            said = says;
            saidAt = now;
        }
        say(TIME.format(now.atZone(ZoneId.systemDefault())) + "  job       " + says);
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
