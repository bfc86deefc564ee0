/** Qubit Bamboo: the share in its configuration of a service, and read back from the HAProxy that it renders. */
@NullMarked
package io.cerebro.traffic.qubit;

import org.jspecify.annotations.NullMarked;
