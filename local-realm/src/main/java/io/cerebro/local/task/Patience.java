package io.cerebro.local.task;

import java.time.Duration;

/** How long Docker may take to answer at the start, and how long to wait before asking again. */
record Patience(Duration longest, Duration pause) {
    /** Less than a caller waits for the start, although the last question may still take a while. */
    static final Patience USUAL = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(1));

    /** One question may take half of it. */
    Duration question() {
        return longest.dividedBy(2);
    }
}
