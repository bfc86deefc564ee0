package io.cerebro.job;

import io.cerebro.chronos.Job;

/** What a job is, in a line. */
public final class JobStatuses {
    private JobStatuses() {}

    /** Asks Chronos what it does now. */
    public static String line(Job job, JobWorld world) {
        String when = job.json().has("schedule")
                ? job.json().path("schedule").asText()
                : "after " + String.join(", ", job.parents());
        return job.name() + ": " + when + (job.disabled() ? ", disabled" : "") + ", "
                + world.chronos().state(job.name()) + "; ended well " + times(job.successes(), job.lastSuccess())
                + ", failed " + times(job.errors(), job.lastError());
    }

    private static String times(long count, String last) {
        return count + " times" + (last.isEmpty() ? "" : " (last " + last + ")");
    }
}
