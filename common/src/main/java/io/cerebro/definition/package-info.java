/** The team's app definition: read from its repository, rendered for one realm. */
@NullMarked
package io.cerebro.definition;

import org.jspecify.annotations.NullMarked;
