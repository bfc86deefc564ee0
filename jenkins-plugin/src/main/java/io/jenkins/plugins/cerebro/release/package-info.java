/** Drives releases inside Jenkins: on a timer and on Marathon's events, holding no thread and no executor. */
@NullMarked
package io.jenkins.plugins.cerebro.release;

import org.jspecify.annotations.NullMarked;
