package io.cerebro.local.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Address;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WishesTest {
    private static final AppId APP = AppId.of("/orders");
    private static final Address A = new Address("127.0.0.1", 31001);
    private static final Address B = new Address("127.0.0.1", 31002);

    private final Wishes wishes = new Wishes();

    private static List<Service> with(Address... instances) {
        return List.of(new Service(APP, Optional.empty(), List.of(8080), Optional.empty(), Set.of(instances)));
    }

    @Test
    void hasNothingBeforeTheFirstSnapshot() {
        assertThat(wishes.read()).isEmpty();
    }

    @Test
    void theNewestSnapshotWins() {
        wishes.wish(with(A));
        wishes.wish(with(A, B));

        assertThat(wishes.read()).contains(with(A, B));
    }

    @Test
    void oneThatLeftStaysOutWhileSnapshotsNameIt() {
        wishes.wish(with(A, B));
        wishes.depart(APP, A);
        wishes.wish(with(A, B));

        assertThat(wishes.read()).contains(with(B));
    }

    @Test
    void itsAddressCanComeBackAfterASnapshotWithoutItEvenAnUnreadOne() {
        wishes.wish(with(A, B));
        wishes.depart(APP, A);
        wishes.wish(with(B));
        wishes.wish(with(A, B));

        assertThat(wishes.read()).contains(with(A, B));
    }
}
