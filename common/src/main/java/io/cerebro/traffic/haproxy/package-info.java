/** The share in HAProxy: maps changed over the stats socket and in their files, read back from "show" commands. */
@NullMarked
package io.cerebro.traffic.haproxy;

import org.jspecify.annotations.NullMarked;
