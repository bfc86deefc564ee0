package io.cerebro.traffic.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Latencies;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as HAProxy 2.6 gave them. */
class TimingTableTest {
    private static final String NAME = "slower_ms_10_100_1000";
    private static final String TABLE = "# table: " + NAME + ", type: string, size:20480, used:2\n";
    private static final TimingTable TIMED = TimingTable.in(stats(NAME)).orElseThrow();

    private static Stats stats(String backend) {
        return Stats.parse("# pxname,svname,type,\n" + backend + ",BACKEND,1,\nfe_orders_8080,FRONTEND,0,\n");
    }

    @Test
    void takesItsBoundsFromItsName() {
        assertThat(TIMED.bounds()).containsExactly(0.01, 0.1, 1.0);
        assertThat(TIMED.commands(AppId.of("/shop/cart")))
                .containsExactly(
                        "show table slower_ms_10_100_1000 key be_shop_cart",
                        "show table slower_ms_10_100_1000 key be_shop_cart_canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"slower_ms", "slower_ms_", "slower_ms_0", "slower_ms_10_x", "be_slower_ms_10", "slower_s_1"})
    void isNotWhatIsCalledOtherwise(String backend) {
        assertThat(TimingTable.in(stats(backend))).isEmpty();
    }

    @Test
    void readsHowManyTookLongerThanEachBound() {
        assertThat(TIMED.read(TABLE + "0x5584b9943110: key=be_shop_cart use=0 exp=0 gpc0=12 gpc1=9 gpc2=3 gpc3=0\n"))
                .isEqualTo(new Latencies(12, List.of(0.01, 0.1, 1.0), List.of(9L, 3L, 0L)));
    }

    @Test
    void takesAKeyThatIsNotThereForAnAppThatHasAnsweredNothing() {
        assertThat(TIMED.read("")).isEqualTo(new Latencies(0, List.of(0.01, 0.1, 1.0), List.of(0L, 0L, 0L)));
    }

    /** A socket of level user; a table of fewer counters than bounds; counters one of which has overflowed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Permission denied\n",
                TABLE + "0x5584b9943110: key=be_shop_cart use=0 exp=0 gpc0=12 gpc1=9 gpc2=3\n",
                TABLE + "0x5584b9943110: key=be_shop_cart use=0 exp=0 gpc0=2 gpc1=9 gpc2=3 gpc3=0\n"
            })
    void knowsNothingWhereTheTableCannotBeRead(String answer) {
        assertThat(TIMED.read(answer)).isEqualTo(Latencies.NONE);
    }
}
