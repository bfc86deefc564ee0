package io.cerebro.telling;

import java.io.IOException;

/** A place that decisions are told to. Called by one thread at a time. */
interface Channel extends AutoCloseable {
    /** Such as {@code syslog at syslog.example.com:514}. */
    String name();

    /**
     * @return whether there was anything to tell it
     * @throws IOException whose message says in a phrase what was in the way
     */
    boolean tell(Decision decision) throws IOException;

    @Override
    default void close() throws IOException {}
}
