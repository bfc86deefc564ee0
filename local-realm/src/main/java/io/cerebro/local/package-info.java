/** A realm on one machine: Marathon's API over local containers and processes, a real HAProxy in front. */
@NullMarked
package io.cerebro.local;

import org.jspecify.annotations.NullMarked;
