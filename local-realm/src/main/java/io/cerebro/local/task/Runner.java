package io.cerebro.local.task;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;

/** Runs tasks. Nothing here waits for a task; what becomes of one is told to the listener. */
public interface Runner extends AutoCloseable {
    /** All updates, from whichever thread. Set once, before anything is launched. */
    void listen(Consumer<TaskUpdate> listener);

    void launch(Launch launch);

    /** SIGTERM, and SIGKILL after the grace period. Of an unknown or ended task: nothing. */
    void kill(String taskId, Duration grace);

    /**
     * Takes over, after a restart and before anything is launched, those of these tasks that still run; ends what runs here
     * and is not among them. Of one that has ended meanwhile the listener is told before this returns.
     *
     * @return those that still run
     * @throws CannotAdopt if that cannot be found out; nothing has been ended then
     */
    Set<String> adopt(Collection<Launch> launches);

    /** What a task has written so far, at most its last 10 MB, also some time after its end; empty for an unknown one. */
    byte[] log(String taskId, Stream stream);

    /** Which of a task's two outputs. */
    enum Stream {
        STDOUT,
        STDERR
    }

    /** Ends every task and removes what they left. */
    void clear();

    /** Stops watching; the tasks run on. */
    @Override
    void close();
}
