package io.cerebro.local.haproxy;

import java.nio.file.Path;
import java.time.Duration;

/** HAProxy driven by Cerebro over its stats socket. */
class HaproxyRouterIT extends RouterAcceptance {
    @Override
    Rig start(Path directory) throws Exception {
        return new LiveRig(directory);
    }

    @Override
    Duration off() {
        return Duration.ofMillis(500);
    }
}
