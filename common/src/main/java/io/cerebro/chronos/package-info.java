/** Chronos, the scheduler of jobs on Mesos, over its REST API. */
@NullMarked
package io.cerebro.chronos;

import org.jspecify.annotations.NullMarked;
