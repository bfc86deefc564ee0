/** Where systems register themselves in ZooKeeper. */
@NullMarked
package io.cerebro.zookeeper;

import org.jspecify.annotations.NullMarked;
