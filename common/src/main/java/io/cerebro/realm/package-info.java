/** One environment: its Marathon, registry, router, limits and defaults, from realms.yaml. */
@NullMarked
package io.cerebro.realm;

import org.jspecify.annotations.NullMarked;
