/** The record of a release, for people and archives. */
@NullMarked
package io.cerebro.report;

import org.jspecify.annotations.NullMarked;
