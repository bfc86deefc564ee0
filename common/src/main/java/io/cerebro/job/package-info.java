/** Jobs of a realm: deployed, run, waited for, deleted. */
@NullMarked
package io.cerebro.job;

import org.jspecify.annotations.NullMarked;
