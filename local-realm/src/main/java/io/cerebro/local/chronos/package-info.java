/** Chronos on this machine: its API, schedules and dependencies, over real tasks. */
@NullMarked
package io.cerebro.local.chronos;

import org.jspecify.annotations.NullMarked;
