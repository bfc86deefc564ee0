/** {@code cerebro}, the command line: one more driver of the core. */
@NullMarked
package io.cerebro.cli;

import org.jspecify.annotations.NullMarked;
