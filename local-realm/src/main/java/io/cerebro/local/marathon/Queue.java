package io.cerebro.local.marathon;

import io.cerebro.local.marathon.Agent.Lack;
import io.cerebro.marathon.AppId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The launch queue: instances without a task, until their back-off is over and the agent has what they need. */
final class Queue {
    private static final Duration OFFERS = Duration.ofSeconds(5);
    private final Books books;
    private final Tasks tasks;
    private final Turns turns;
    private final Map<AppId, Offers> offers = new LinkedHashMap<>();
    private @Nullable Instant wakeAt;

    Queue(Books books, Tasks tasks, Turns turns) {
        this.books = books;
        this.tasks = tasks;
        this.turns = turns;
    }

    /** What became of the agent's offers to one app. */
    static final class Offers {
        int processed;
        int unused;
        Optional<Instant> lastUsed = Optional.empty();
        Optional<Instant> lastUnused = Optional.empty();
        Optional<Lack> lastLack = Optional.empty();
        final Map<Lack, Integer> declined = new EnumMap<>(Lack.class);

        private void answered(Optional<Lack> lack, Instant now) {
            processed++;
            lastLack = lack;
            if (lack.isEmpty()) {
                lastUsed = Optional.of(now);
            } else {
                unused++;
                lastUnused = Optional.of(now);
                declined.merge(lack.get(), 1, Integer::sum);
            }
        }
    }

    Offers offers(AppId app) {
        return offers.computeIfAbsent(app, id -> new Offers());
    }

    List<Instance> waiting() {
        return books.instances().all().stream()
                .filter(Instance::waiting)
                .filter(instance -> books.apps().find(instance.app()).isPresent())
                .toList();
    }

    /** Launches all that can be launched now, and comes back when more may be. */
    void launch() {
        offers.keySet().removeIf(app -> books.apps().find(app).isEmpty());
        Instant now = turns.clock().instant();
        Map<AppId, Instant> due = new HashMap<>();
        Optional<Instant> next = Optional.empty();
        for (Instance instance : waiting()) {
            Spec spec = books.apps().find(instance.app()).orElseThrow();
            Instant from = due.computeIfAbsent(
                    spec.id(), app -> books.backoff().until(spec).orElse(now));
            if (from.isAfter(now) || !placed(instance, spec, now)) {
                Instant again = from.isAfter(now) ? from : now.plus(OFFERS);
                next = Optional.of(next.filter(again::isAfter).orElse(again));
            }
        }
        next.ifPresent(this::wake);
    }

    private boolean placed(Instance instance, Spec spec, Instant now) {
        Agent.Answer answer = books.agent().offer(instance.id, spec);
        offers(spec.id()).answered(answer.lack(), now);
        if (answer.lack().isPresent()) {
            return false;
        }
        tasks.launch(instance, spec, answer.ports());
        return true;
    }

    private void wake(Instant at) {
        Instant now = turns.clock().instant();
        if (wakeAt != null && wakeAt.isAfter(now) && !wakeAt.isAfter(at)) {
            return;
        }
        wakeAt = at;
        turns.after(Duration.between(now, at), () -> wakeAt = null);
    }
}
