/**
 * Tests that may be looked at as often as one likes: pure mathematics, with the formulas and where they come from.
 *
 * <p>Evidence against a hypothesis is a number that begins at 1 and whose mean never exceeds 1 while the hypothesis is true. By
 * Ville's inequality it then reaches 1/alpha, at any time at all, with a probability of at most alpha. All evidence here is given as
 * its natural logarithm.
 */
@NullMarked
package io.cerebro.gate.sequential;

import org.jspecify.annotations.NullMarked;
