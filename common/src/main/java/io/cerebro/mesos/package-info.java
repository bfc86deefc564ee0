/** What the agents of a Mesos cluster have left. */
@NullMarked
package io.cerebro.mesos;

import org.jspecify.annotations.NullMarked;
