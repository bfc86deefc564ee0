package io.cerebro.chronos;

import java.util.List;
import java.util.Optional;

/**
 * What a realm's Chronos is asked. Each throws {@link io.cerebro.http.Unreachable} where nobody answers, and
 * {@link ChronosException} where it refuses.
 */
public interface Chronos {
    List<Job> jobs();

    /** Empty where there is none of this name. */
    Optional<Job> job(String name);

    /** What it does now: {@code idle}, {@code queued}, {@code running} or {@code 2 running}; idle for an unknown one, too. */
    String state(String name);

    /** Creates the job, or replaces the one of its name, whose counts begin anew. */
    void put(JobDefinition job);

    /** Begins a run now. Not the same when asked twice. */
    void run(String name);

    /** Its tasks end as well. Of an unknown one: nothing. */
    void delete(String name);

    /** Ends its tasks; the job stays. */
    void kill(String name);
}
