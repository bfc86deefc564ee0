package io.cerebro.job;

import java.util.List;

/** What a job's last task has written. A courtesy: empty when it cannot be had, never an exception. */
@FunctionalInterface
public interface JobLog {
    /** @return its last lines, the last of which may tell its exit code */
    List<String> tail(String job, int lines);
}
