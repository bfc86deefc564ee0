/** Monitoring systems whose counts the gate judges beside those of the load balancers. */
@NullMarked
package io.cerebro.gate.source;

import org.jspecify.annotations.NullMarked;
