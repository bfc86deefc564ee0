package io.cerebro.release;

import java.time.Instant;

/** A system that does not answer, and since when. */
record Trouble(Instant since, String what) {}
