/** The judgement between stages: PASS, FAIL or NOT ENOUGH DATA. */
@NullMarked
package io.cerebro.gate;

import org.jspecify.annotations.NullMarked;
