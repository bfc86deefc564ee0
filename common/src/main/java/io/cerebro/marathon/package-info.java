/** Marathon's REST API and event stream, as a real Marathon 1.11 answers. */
@NullMarked
package io.cerebro.marathon;

import org.jspecify.annotations.NullMarked;
