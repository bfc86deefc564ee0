package io.cerebro.marathon;

import java.util.List;

/** What a task wrote last. A courtesy to whoever reads why a release failed, and never a reason to fail one. */
@FunctionalInterface
public interface TaskLog {
    /** At most so many lines, the newest last; none where they cannot be had. Never throws. */
    List<String> tail(String host, String taskId, int lines);
}
