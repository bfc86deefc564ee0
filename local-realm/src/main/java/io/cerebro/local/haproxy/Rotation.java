package io.cerebro.local.haproxy;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Address;
import java.util.List;

/** Which instances are in HAProxy's rotation. */
public interface Rotation extends AutoCloseable {
    /** Makes HAProxy's servers those of this snapshot. Returns at once; the newest snapshot wins. */
    void apply(List<Service> services);

    /**
     * Takes an instance out before it is killed: no new requests, and those under way are finished. Waits, at most a few
     * seconds, for another instance to be UP first and for its last request. Blocks only its caller.
     */
    void leave(AppId app, Address instance) throws InterruptedException;

    @Override
    void close();
}
