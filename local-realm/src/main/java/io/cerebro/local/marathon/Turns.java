package io.cerebro.local.marathon;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Turns of the loop, each of which ends with the core settling: what follows from the change is done before the next turn. */
final class Turns {
    private final Loop loop;
    private Runnable settle = () -> {};

    Turns(Loop loop) {
        this.loop = loop;
    }

    void endEachWith(Runnable action) {
        this.settle = action;
    }

    Clock clock() {
        return loop.clock();
    }

    /** A look: changes nothing. */
    <T> T look(Supplier<T> work) {
        return loop.call(work);
    }

    <T> T change(Supplier<T> work) {
        return loop.call(() -> {
            try {
                return work.get();
            } finally {
                settle.run();
            }
        });
    }

    void later(Runnable work) {
        loop.submit(() -> settled(work));
    }

    void after(Duration delay, Runnable work) {
        loop.after(delay, () -> settled(work));
    }

    private void settled(Runnable work) {
        try {
            work.run();
        } finally {
            settle.run();
        }
    }
}
