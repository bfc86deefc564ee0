package io.cerebro.marathon;

import java.util.List;

/** What a task has written. A courtesy to whoever reads why a deploy failed: empty when it cannot be had, never an exception. */
@FunctionalInterface
public interface TaskLog {
    List<String> tail(String host, String taskId, int lines);
}
