/** Membership: which instances are servers in the realm's HAProxy, rendered and changed without losing a request. */
@NullMarked
package io.cerebro.local.haproxy;

import org.jspecify.annotations.NullMarked;
