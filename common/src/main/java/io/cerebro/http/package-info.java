/** How Cerebro speaks to other systems: one client, its credentials, and the failures that are nobody's bug. */
@NullMarked
package io.cerebro.http;

import org.jspecify.annotations.NullMarked;
