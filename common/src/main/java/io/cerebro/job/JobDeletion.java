package io.cerebro.job;

import io.cerebro.chronos.Job;
import io.cerebro.chronos.JobDefinition;
import java.util.List;
import java.util.Optional;

/** Takes a job away. */
public final class JobDeletion {
    private JobDeletion() {}

    /**
     * The job, or only its tasks.
     *
     * @return why nothing was done
     */
    public static Optional<String> of(String job, boolean onlyTasks, JobWorld world) {
        return onlyTasks ? ofTasks(job, world) : of(job, world);
    }

    /** What has been done, where nothing stood in the way. */
    public static String done(String job, boolean onlyTasks) {
        return onlyTasks ? "the tasks of " + job + " are told to end" : "job " + job + " is deleted";
    }

    /**
     * Its tasks end, too. Chronos would give those that wait for it its own schedule, so there may be none.
     *
     * @return why nothing was done
     */
    private static Optional<String> of(String job, JobWorld world) {
        List<Job> all = world.chronos().jobs();
        Optional<String> missing = missing(job, all, world);
        if (missing.isPresent()) {
            return missing;
        }
        List<String> waiting = all.stream()
                .filter(each -> each.parents().contains(job))
                .map(Job::name)
                .toList();
        if (!waiting.isEmpty()) {
            return Optional.of("job " + job + " stays: " + String.join(", ", waiting)
                    + (waiting.size() == 1
                            ? " waits for it, and Chronos would run it by itself; delete or deploy that first"
                            : " wait for it, and Chronos would run them by themselves; delete or deploy those first"));
        }
        world.chronos().delete(job);
        return Optional.empty();
    }

    /** Its tasks end; the job stays. */
    private static Optional<String> ofTasks(String job, JobWorld world) {
        Optional<String> missing = missing(job, world.chronos().jobs(), world);
        if (missing.isEmpty()) {
            world.chronos().kill(job);
        }
        return missing;
    }

    private static Optional<String> missing(String job, List<Job> all, JobWorld world) {
        JobDefinition.requireName(job);
        return all.stream().anyMatch(each -> each.name().equals(job))
                ? Optional.empty()
                : Optional.of("realm " + world.realm() + " has no job " + job + "; nothing was done");
    }
}
