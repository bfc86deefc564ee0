package io.cerebro.local.marathon;

import io.cerebro.marathon.AppId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The tasks that ended last, whose logs can still be read. */
final class Ended {
    private static final int KEPT = 50;
    private final Deque<Task> tasks = new ArrayDeque<>();

    /** One that ended. */
    record Task(String id, AppId app, String state, Instant since) {}

    void add(Task task) {
        tasks.addFirst(task);
        if (tasks.size() > KEPT) {
            tasks.removeLast();
        }
    }

    List<Task> all() {
        return List.copyOf(tasks);
    }

    void clear() {
        tasks.clear();
    }
}
