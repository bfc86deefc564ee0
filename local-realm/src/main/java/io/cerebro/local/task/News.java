package io.cerebro.local.task;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a runner's listener what became of tasks, whatever the listener makes of it. */
final class News implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(News.class);

    private volatile Consumer<TaskUpdate> listener = update -> {};
    private volatile boolean closed;

    void listen(Consumer<TaskUpdate> listener) {
        this.listener = listener;
    }

    void tell(String taskId, String state, String message) {
        tell(new TaskUpdate(taskId, state, message));
    }

    void tell(TaskUpdate update) {
        if (closed) {
            return;
        }
        try {
            listener.accept(update);
        } catch (RuntimeException e) {
            LOG.error("nobody took the news {}", update, e);
        }
    }

    boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
