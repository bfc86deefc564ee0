/** consul-template: the share in one document of Consul's KV store, and read back from the HAProxy that is rendered by it. */
@NullMarked
package io.cerebro.traffic.consul;

import org.jspecify.annotations.NullMarked;
