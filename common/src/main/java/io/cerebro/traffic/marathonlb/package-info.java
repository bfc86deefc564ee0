/** marathon-lb: the share in the labels of a small app of its own, and read back from the HAProxy that is rendered by them. */
@NullMarked
package io.cerebro.traffic.marathonlb;

import org.jspecify.annotations.NullMarked;
