package io.cerebro.local.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.traffic.Address;
import io.cerebro.traffic.haproxy.StatRow;
import io.cerebro.traffic.haproxy.Stats;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PoolTest {
    private static final Address A = new Address("127.0.0.1", 31001);
    private static final Address B = new Address("127.0.0.1", 31002);
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final Pool pool = new Pool("be_a", "s", 2);

    private static List<StatRow> rows(String... rows) {
        return Stats.parse(
                        "# pxname,svname,status,addr,bck,type,\nbe_a," + String.join(",0,2,\nbe_a,", rows) + ",0,2,\n")
                .rows();
    }

    private List<Optional<Address>> addresses() {
        return pool.slots().stream().map(Slot::address).toList();
    }

    @Test
    void anInstanceKeepsItsSlot() {
        pool.want(Set.of(A), Set.of(), NOW);
        pool.want(Set.of(A, B), Set.of(), NOW);
        pool.want(Set.of(B), Set.of(), NOW);

        assertThat(addresses()).containsExactly(Optional.empty(), Optional.of(B));
    }

    @Test
    void theLastOneThatServesStaysUntilASuccessorIsUp() {
        pool.want(Set.of(A), Set.of(), NOW);
        pool.see(rows("s1,UP,127.0.0.1:31001"));
        pool.want(Set.of(B), Set.of(), NOW);
        assertThat(addresses()).containsExactly(Optional.of(A), Optional.of(B));

        pool.see(rows("s1,UP,127.0.0.1:31001", "s2,UP,127.0.0.1:31002"));
        pool.want(Set.of(B), Set.of(), NOW.plusMillis(250));

        assertThat(addresses()).containsExactly(Optional.empty(), Optional.of(B));
    }

    @Test
    void butForFiveSecondsOnly() {
        pool.want(Set.of(A), Set.of(), NOW);
        pool.see(rows("s1,UP,127.0.0.1:31001"));
        pool.want(Set.of(B), Set.of(), NOW);
        pool.want(Set.of(B), Set.of(), NOW.plusMillis(4_999));
        assertThat(pool.find(A)).isPresent();

        pool.want(Set.of(B), Set.of(), NOW.plusSeconds(5));

        assertThat(pool.find(A)).isEmpty();
    }

    @Test
    void andNotWhenAnotherServiceHasItsAddressNow() {
        pool.want(Set.of(A), Set.of(), NOW);
        pool.see(rows("s1,UP,127.0.0.1:31001"));

        pool.want(Set.of(B), Set.of(A), NOW);

        assertThat(pool.find(A)).isEmpty();
    }

    @Test
    void norWhenNoSuccessorIsWanted() {
        pool.want(Set.of(A), Set.of(), NOW);
        pool.see(rows("s1,UP,127.0.0.1:31001"));

        pool.want(Set.of(), Set.of(), NOW);

        assertThat(pool.find(A)).isEmpty();
    }

    @Test
    void aSlotIsUpOnlyWithItsOwnAddress() {
        pool.want(Set.of(A), Set.of(), NOW);

        pool.see(rows("s1,UP,127.0.0.1:31099"));

        assertThat(pool.slots().get(0).up()).isFalse();
    }

    @Test
    void anInstanceThatLeavesIsNotUp() {
        pool.want(Set.of(A, B), Set.of(), NOW);
        pool.see(rows("s1,UP,127.0.0.1:31001", "s2,UP,127.0.0.1:31002"));
        Slot first = pool.slots().get(0);
        Slot second = pool.slots().get(1);
        assertThat(pool.othersUp(first)).isTrue();

        second.leave();

        assertThat(pool.othersUp(first)).isFalse();
        assertThat(pool.othersComing(first)).isFalse();
    }

    @Test
    void takesOverWhatAnEarlierProcessPutIntoTheSlots() {
        pool.adopt(rows("s1,MAINT,127.0.0.1:1", "s2,UP,127.0.0.1:31002", "s3,DOWN,127.0.0.1:31001"));

        assertThat(addresses()).containsExactly(Optional.empty(), Optional.of(B), Optional.of(A));
        assertThat(pool.slots()).extracting(Slot::up).containsExactly(false, true, false);
    }

    @Test
    void growsWhenThereAreMoreInstancesThanSlots() {
        pool.want(Set.of(A, B, new Address("127.0.0.1", 31003)), Set.of(), NOW);

        assertThat(pool.slots()).extracting(Slot::name).containsExactly("s1", "s2", "s3", "s4");
    }
}
