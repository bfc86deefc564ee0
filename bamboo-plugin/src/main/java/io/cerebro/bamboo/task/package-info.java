/** The tasks as Bamboo's forms, Specs and YAML know them: their fields, what may be in them, and what was given. */
@NullMarked
package io.cerebro.bamboo.task;

import org.jspecify.annotations.NullMarked;
