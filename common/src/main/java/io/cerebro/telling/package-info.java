/** Tells whom the realm names what was decided, by whom and why. It never holds up or fails a release. */
@NullMarked
package io.cerebro.telling;

import org.jspecify.annotations.NullMarked;
