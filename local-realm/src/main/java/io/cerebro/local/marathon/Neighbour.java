package io.cerebro.local.marathon;

import io.cerebro.local.task.Runner.Stream;
import java.time.Instant;
import java.util.List;

/** Another framework on the same agent. It is asked from any thread. */
public interface Neighbour {
    /** Its tasks, running or ended not long ago; the latest first. */
    List<Task> tasks();

    /** What one of them has written. */
    byte[] log(String taskId, Stream stream);

    /**
     * One of them.
     *
     * @param state such as {@code TASK_RUNNING}
     * @param ended whether it runs no more
     */
    record Task(String id, String name, String state, boolean ended, Instant since) {}
}
