package io.cerebro.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cerebro.chronos.ChronosException;
import io.cerebro.chronos.Job;
import io.cerebro.chronos.JobDefinition;
import io.cerebro.http.Unreachable;
import io.cerebro.release.Capacity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run of a job that is begun now, or waited for, and how far it has got: all that a driver keeps. Immutable, and the same as JSON.
 *
 * <p>A driver calls {@link #next} until {@link #result} is there, {@link #EVERY} so often. Chronos tells of no single run, only
 * how many have ended well and how many have failed. So a run is begun only while the job rests, and what is counted from then on is
 * that run.
 *
 * @param before the counts when it was begun
 * @param restingSince when the job was first seen to rest without having ended, or not to be there
 * @param says for people
 */
public record JobRun(
        String job,
        Phase phase,
        Instant deadline,
        Optional<Counts> before,
        Optional<Instant> restingSince,
        String says,
        Optional<JobResult> result) {
    /** How often to look: Chronos answers with all of its jobs each time. */
    public static final Duration EVERY = Duration.ofSeconds(2);

    /** Longer than Chronos waits before it begins a failed run again, which is a minute unless it is set up otherwise. */
    private static final Duration REST = Duration.ofMinutes(2);

    /** What has just been deployed is there after Chronos's next turn. */
    private static final Duration APPEARANCE = Duration.ofSeconds(10);

    private static final int LINES = 12;
    private static final Pattern EXIT = Pattern.compile("(?:exited|terminated) with (status|signal) ([\\w ]+)");

    /** Where it stands. */
    public enum Phase {
        /** Another run is to end first. */
        WAITING,
        /** The counts are kept; the next look begins it. */
        READY,
        /** Chronos has been told. */
        RUNNING,
        /** Somebody else begins it: a person, or its schedule. */
        AWAITED,
        ENDED
    }

    /** How many runs have ended so far. */
    public record Counts(long successes, long errors) {
        static Counts of(Job job) {
            return new Counts(job.successes(), job.errors());
        }
    }

    /**
     * A run that {@link #next} begins.
     *
     * @param within how long it may take until it has ended
     */
    public static JobRun begin(String job, Duration within, Instant now) {
        return new JobRun(
                JobDefinition.requireName(job),
                Phase.WAITING,
                now.plus(within),
                Optional.empty(),
                Optional.empty(),
                "looking at " + job,
                Optional.empty());
    }

    /** The next run that ends, whoever begins it. Looks once, to know what has ended before. */
    public static JobRun await(String job, Duration within, JobWorld world) {
        JobRun run = begin(job, within, world.clock().instant());
        return world.chronos()
                .job(job)
                .map(there -> new JobRun(
                        job,
                        Phase.AWAITED,
                        run.deadline,
                        Optional.of(Counts.of(there)),
                        Optional.empty(),
                        "waiting for the next run of " + job,
                        Optional.empty()))
                .orElseGet(() -> run.end(missing(job, world)));
    }

    /** Looks once, acts at most once. Throws nothing that the world does. */
    public JobRun next(JobWorld world) {
        if (phase == Phase.ENDED) {
            return this;
        }
        try {
            Optional<Job> live = world.chronos().job(job);
            return live.isEmpty() ? absent(world) : look(live.get(), world);
        } catch (Unreachable e) {
            return late(world)
                    ? end(JobResult.failed(e.getMessage() + "; whether " + job + " has run is not known"))
                    : saying(e.getMessage() + "; asking again");
        } catch (ChronosException e) {
            return end(JobResult.failed(String.valueOf(e.getMessage())));
        }
    }

    private JobRun look(Job live, JobWorld world) {
        return switch (phase) {
            case WAITING -> waiting(live, world);
            case READY -> ready(live, world);
            case RUNNING, AWAITED -> running(live, world);
            case ENDED -> this;
        };
    }

    private JobRun waiting(Job live, JobWorld world) {
        if (live.disabled()) {
            return end(JobResult.failed(
                    job + " is disabled, and Chronos would not run it: deploy it with disabled: false"));
        }
        String state = world.chronos().state(job);
        if (!state.equals("idle")) {
            return late(world)
                    ? end(JobResult.failed(
                            "another run of " + job + " (" + state + ") has not ended in time; nothing was begun"))
                    : saying("waiting for another run of " + job + " to end: " + state);
        }
        Optional<Capacity.Lack> lack = world.lack(live.json());
        if (lack.filter(Capacity.Lack::refused).isPresent()) {
            return end(JobResult.failed(
                    "realm " + world.realm() + " has no " + lack.get().says() + "; nothing was begun"));
        }
        String warned = lack.filter(none -> none.weight() == Capacity.Weight.WARNED)
                .map(none -> "; Chronos will wait for " + none.says())
                .orElse("");
        return new JobRun(
                job,
                Phase.READY,
                deadline,
                Optional.of(Counts.of(live)),
                Optional.empty(),
                "beginning " + job + warned,
                Optional.empty());
    }

    /** After a restart it may have been begun already: then it does not rest, or has been counted. */
    private JobRun ready(Job live, JobWorld world) {
        if (Counts.of(live).equals(before.orElseThrow())
                && world.chronos().state(job).equals("idle")) {
            world.chronos().run(job);
        }
        return new JobRun(
                job,
                Phase.RUNNING,
                deadline,
                before,
                Optional.empty(),
                "Chronos has been told to run " + job,
                Optional.empty());
    }

    private JobRun running(Job live, JobWorld world) {
        Counts then = before.orElseThrow();
        Counts now = Counts.of(live);
        if (now.successes() < then.successes() || now.errors() < then.errors()) {
            return end(
                    JobResult.failed(job + " was deployed anew while it ran, and what became of its run is not known"));
        }
        if (now.errors() > then.errors()) {
            return failed(live, world);
        }
        if (now.successes() > then.successes()) {
            return end(new JobResult(true, job + " has ended well (" + live.lastSuccess() + ")", List.of()));
        }
        return unended(live, world);
    }

    private JobRun unended(Job live, JobWorld world) {
        String state = world.chronos().state(job);
        Instant now = world.clock().instant();
        if (late(world)) {
            return end(JobResult.failed(job + " has not ended in time (" + state + "); it is left as it is"));
        }
        if (!state.equals("idle")) {
            return new JobRun(job, phase, deadline, before, Optional.empty(), job + " is " + state, Optional.empty());
        }
        Instant since = restingSince.orElse(now);
        if (!now.isBefore(since.plus(REST))
                && before.isPresent()
                && phase == Phase.RUNNING
                && restingSince.isPresent()) {
            return end(new JobResult(
                    false,
                    job + " rests, and its run has neither ended well nor failed: its task was killed or lost",
                    world.log().tail(job, LINES)));
        }
        String retried = live.retries() > 0 ? "; a run that failed may be tried again" : "";
        return new JobRun(
                job, phase, deadline, before, Optional.of(since), job + " is idle" + retried, Optional.empty());
    }

    /** What it wrote may be there a moment later than the count. */
    private JobRun failed(Job live, JobWorld world) {
        List<String> log = world.log().tail(job, LINES);
        Instant now = world.clock().instant();
        Instant since = restingSince.orElse(now);
        return log.isEmpty() && now.isBefore(since.plus(APPEARANCE))
                ? new JobRun(
                        job,
                        phase,
                        deadline,
                        before,
                        Optional.of(since),
                        job + " has failed; asking for what it wrote",
                        Optional.empty())
                : end(failure(live, log));
    }

    private JobResult failure(Job live, List<String> log) {
        String exit = log.stream()
                .map(EXIT::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1).equals("status")
                        ? " with exit code " + found.group(2).replaceAll(" .*", "")
                        : " by signal " + found.group(2).strip())
                .reduce("", (earlier, last) -> last);
        String retries = live.retries() > 0 ? ", and so did its retries where Chronos made any" : "";
        String where = log.isEmpty() ? "; see its task in Mesos" : "; the last it wrote:";
        return new JobResult(false, job + " failed" + exit + " (" + live.lastError() + ")" + retries + where, log);
    }

    private JobRun absent(JobWorld world) {
        Instant now = world.clock().instant();
        Instant since = restingSince.orElse(now);
        if (phase == Phase.WAITING && now.isBefore(since.plus(APPEARANCE))) {
            return new JobRun(
                    job,
                    phase,
                    deadline,
                    before,
                    Optional.of(since),
                    "realm " + world.realm() + " has no job " + job + " yet",
                    Optional.empty());
        }
        return end(before.isPresent() ? JobResult.failed(job + " was deleted while it ran") : missing(job, world));
    }

    private static JobResult missing(String job, JobWorld world) {
        return JobResult.failed("realm " + world.realm() + " has no job " + job + ": deploy it first");
    }

    private boolean late(JobWorld world) {
        return !world.clock().instant().isBefore(deadline);
    }

    private JobRun saying(String text) {
        return new JobRun(job, phase, deadline, before, restingSince, text, Optional.empty());
    }

    private JobRun end(JobResult ended) {
        return new JobRun(job, Phase.ENDED, deadline, before, restingSince, ended.text(), Optional.of(ended));
    }

    /** What becomes of it where nobody looks any longer, for people. */
    public String left() {
        return switch (phase) {
            case WAITING -> "nothing was begun";
            case READY -> "whether " + job + " has been begun is not known";
            case RUNNING -> job + " runs on in Chronos; the action delete with onlyTasks ends its tasks";
            case AWAITED, ENDED -> job + " is left as it is";
        };
    }

    /** Whether it waits no more. */
    @JsonIgnore
    public boolean ended() {
        return phase == Phase.ENDED;
    }
}
