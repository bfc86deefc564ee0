package io.cerebro.local.marathon;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** The one thread of control of the core, and its time. */
interface Loop extends AutoCloseable {
    Clock clock();

    /** Runs this in its turn, and waits for the answer. What it throws comes out here. */
    <T> T call(Supplier<T> work);

    /** Runs this in its turn. After the end: not at all. */
    void submit(Runnable work);

    void after(Duration delay, Runnable work);

    @Override
    void close();
}
