/** The tasks at work: on an agent, in the build's own thread, by an interruptible loop over the core. */
@NullMarked
package io.cerebro.bamboo.release;

import org.jspecify.annotations.NullMarked;
