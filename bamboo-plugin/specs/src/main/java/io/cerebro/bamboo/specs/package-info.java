/** Bamboo Specs builders of Cerebro's tasks. What they build is an any-task, which every Bamboo with the plugin imports. */
@NullMarked
package io.cerebro.bamboo.specs;

import org.jspecify.annotations.NullMarked;
