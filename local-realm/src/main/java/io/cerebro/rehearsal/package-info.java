/** The main job, told on a realm of one's own: what {@code bin/rehearse} runs. */
@NullMarked
package io.cerebro.rehearsal;

import org.jspecify.annotations.NullMarked;
