package io.cerebro.traffic.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.traffic.Address;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StatsTest {
    static String fixture(String name) {
        try (InputStream stream = StatsTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readsWhatHaproxyAnsweredUnderLoad() {
        Stats stats = Stats.parse(fixture("two-backends.csv"));

        assertThat(stats.rows()).hasSize(10);
        assertThat(stats.servers("be_stable"))
                .extracting(StatRow::name)
                .containsExactly("stable1", "stable2", "stable3", "stable4");
        StatRow canary = stats.servers("be_canary").get(0);
        assertThat(canary.status()).isEqualTo("UP");
        assertThat(canary.up()).isTrue();
        assertThat(canary.isBackup()).isFalse();
        assertThat(canary.sessions()).isZero();
        assertThat(canary.address()).isEqualTo(new Address("127.0.0.1", 19101));
        assertThat(canary.number("hrsp_2xx")).isEqualTo(1426);
        assertThat(canary.number("hrsp_5xx")).isEqualTo(117);
        assertThat(canary.number("throttle")).isZero();
    }

    @Test
    void tellsFrontendsBackendsAndServersApart() {
        Stats stats = Stats.parse(fixture("two-backends.csv"));

        assertThat(stats.rows().stream().filter(StatRow::isFrontend))
                .extracting(StatRow::proxy)
                .containsExactly("fe", "prom");
        assertThat(stats.rows().stream().filter(StatRow::isBackend))
                .extracting(StatRow::proxy)
                .containsExactly("st_hist", "be_stable", "be_canary");
    }

    @Test
    void keepsColumnsApartThatHaproxyQuoted() {
        Stats stats = Stats.parse("# pxname,svname,desc,type,status,\n\"be_a,b\",s1,\"says \"\"no\"\"\",2,UP,\n");

        StatRow row = stats.rows().get(0);
        assertThat(row.proxy()).isEqualTo("be_a,b");
        assertThat(row.isServer()).isTrue();
        assertThat(row.status()).isEqualTo("UP");
    }

    @Test
    void readsWhetherAServerGetsTraffic() {
        assertThat(status("UP").up()).isTrue();
        assertThat(status("UP 1/2").up()).isTrue();
        assertThat(status("no check").up()).isTrue();
        assertThat(status("DOWN").up()).isFalse();
        assertThat(status("DOWN 1/2").up()).isFalse();
        assertThat(status("DRAIN").up()).isFalse();
        assertThat(status("NOLB").up()).isFalse();
        assertThat(status("MAINT (via be_a/s1)").up()).isFalse();
        assertThat(status("MAINT (via be_a/s1)").inMaintenance()).isTrue();
    }

    private static StatRow status(String status) {
        return Stats.parse("# pxname,svname,type,status,\nbe_a,s1,2," + status + ",\n")
                .rows()
                .get(0);
    }

    @Test
    void refusesWhatIsNotAnAnswerToShowStat() {
        assertThatThrownBy(() -> Stats.parse("Permission denied\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not the answer to HAProxy's 'show stat': Permission denied");
    }
}
