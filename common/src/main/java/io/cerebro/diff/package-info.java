/** What differs between two app definitions, as a team would say it. */
@NullMarked
package io.cerebro.diff;

import org.jspecify.annotations.NullMarked;
