package io.cerebro.local.marathon;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Turns of the loop, each of which ends with the core settling: what follows from the change is done before the next turn. */
final class Turns {
    private final Loop loop;
    private Runnable settle = () -> {};
    private Runnable save = () -> {};
    private Runnable guard = () -> {};
    private boolean saving;

    Turns(Loop loop) {
        this.loop = loop;
    }

    void endEachWith(Runnable action) {
        this.settle = action;
    }

    /** Before the answer to whoever asks for a change; once for many, after what comes by itself in a burst. */
    void saveWith(Runnable action) {
        this.save = action;
    }

    /** @param action that throws when nothing may be changed now */
    void guardChangesBy(Runnable action) {
        this.guard = action;
    }

    Clock clock() {
        return loop.clock();
    }

    /** A look: changes nothing. */
    <T> T look(Supplier<T> work) {
        return loop.call(work);
    }

    /** A change that somebody asks for. */
    <T> T change(Supplier<T> work) {
        return loop.call(() -> {
            guard.run();
            return settled(work);
        });
    }

    /** A change that must be made in any case. */
    void insist(Runnable work) {
        loop.call(() -> {
            settled(work);
            return true;
        });
    }

    private <T> T settled(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            settle.run();
            save.run();
        }
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
            saveAfterTheBurst();
        }
    }

    /** After the turns that wait already: the state of thousands of tasks is not written for each of their updates. */
    private void saveAfterTheBurst() {
        if (!saving) {
            saving = true;
            loop.submit(() -> {
                saving = false;
                save.run();
            });
        }
    }
}
