/** Who reaches the canary: the share of traffic, changed and read back on every load balancer. */
@NullMarked
package io.cerebro.traffic;

import org.jspecify.annotations.NullMarked;
