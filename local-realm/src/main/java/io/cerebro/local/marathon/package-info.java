/** Answers like Marathon 1.11: apps, deployments, health, events, kept on disk over a restart. */
@NullMarked
package io.cerebro.local.marathon;

import org.jspecify.annotations.NullMarked;
