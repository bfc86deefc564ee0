package io.cerebro.local.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Remembers what became of tasks, and waits for it. */
final class Updates implements Consumer<TaskUpdate> {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final List<TaskUpdate> all = new ArrayList<>();

    @Override
    public synchronized void accept(TaskUpdate update) {
        all.add(update);
        notifyAll();
    }

    synchronized TaskUpdate await(String taskId, String state) {
        awaitThat(() -> find(taskId, state).isPresent());
        assertThat(find(taskId, state))
                .as("%s of %s among %s", state, taskId, all)
                .isPresent();
        return find(taskId, state).orElseThrow();
    }

    synchronized List<TaskUpdate> of(String taskId) {
        return all.stream().filter(update -> update.taskId().equals(taskId)).toList();
    }

    synchronized List<String> statesOf(String taskId) {
        return of(taskId).stream().map(TaskUpdate::state).toList();
    }

    synchronized long count(String state) {
        return all.stream().filter(update -> update.state().equals(state)).count();
    }

    synchronized void awaitCount(String state, int count) {
        awaitThat(() -> count(state) >= count);
        assertThat(count(state)).as("%s among %s", state, all).isEqualTo(count);
    }

    private void awaitThat(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        try {
            while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
                wait(1000);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<TaskUpdate> find(String taskId, String state) {
        return of(taskId).stream()
                .filter(update -> update.state().equals(state))
                .findFirst();
    }
}
