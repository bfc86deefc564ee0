package io.cerebro.local.haproxy;

import io.cerebro.traffic.Address;
import java.time.Instant;
import java.util.Optional;

/** Room for one instance in a backend: a server line whose address is given at run time. */
final class Slot {
    private final String name;
    private Optional<Address> address = Optional.empty();
    private boolean leaving;
    private boolean up;
    private Optional<Instant> unwantedSince = Optional.empty();

    /** @param name of the server: {@code s1}, {@code c2} */
    Slot(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    Optional<Address> address() {
        return address;
    }

    boolean holds(Address instance) {
        return address.filter(instance::equals).isPresent();
    }

    boolean empty() {
        return address.isEmpty();
    }

    /** Whether it takes no new requests while it finishes those under way. */
    boolean leaving() {
        return leaving;
    }

    /** Whether HAProxy sends it requests, when last seen. */
    boolean up() {
        return up && !leaving;
    }

    void take(Address instance) {
        address = Optional.of(instance);
        leaving = false;
        up = false;
        unwantedSince = Optional.empty();
    }

    void seen(boolean isUp) {
        up = isUp;
    }

    void leave() {
        leaving = true;
    }

    void clear() {
        address = Optional.empty();
        leaving = false;
        up = false;
        unwantedSince = Optional.empty();
    }

    void wanted() {
        unwantedSince = Optional.empty();
    }

    /** Since when nobody wants its instance any more; from now on, when this is news. */
    Instant unwantedSince(Instant now) {
        if (unwantedSince.isEmpty()) {
            unwantedSince = Optional.of(now);
        }
        return unwantedSince.get();
    }
}
