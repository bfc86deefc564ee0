package io.cerebro.local.chronos;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a task: Chronos's own has colons, which neither a file nor a container may have in its name. */
record TaskId(long due, int attempt, String job) {
    private static final Pattern LOCAL = Pattern.compile("ct\\.(\\d+)\\.(\\d+)\\.([\\w.-]+)");

    static TaskId of(Instant due, int attempt, String job) {
        return new TaskId(due.toEpochMilli(), attempt, job);
    }

    static TaskId local(String text) {
        Matcher parts = LOCAL.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not the name of a job's task");
        }
        return new TaskId(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2)), parts.group(3));
    }

    /** As the sandbox and the container are named. */
    String local() {
        return "ct." + due + "." + attempt + "." + job;
    }

    /** As Chronos names it. */
    String chronos() {
        return "ct:" + due + ":" + attempt + ":" + job + ":";
    }
}
