package io.cerebro.marathon;

import java.util.function.Consumer;

/**
 * One event stream of a realm's Marathon, shared by every release in the JVM. It reconnects by itself.
 *
 * <p>After each (re)connection a listener gets an event of type {@code event_stream_attached}, which is the moment to look,
 * because Marathon replays nothing.
 */
public interface Events extends AutoCloseable {
    /** Listeners are called on the stream's thread and must not block. */
    Subscription listen(Consumer<Event> listener);

    /** Whether events flow now: connected, and the 10 s heartbeat heard. While they do not, look more often. */
    boolean flowing();

    @Override
    void close();

    /** Ends the listening. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
