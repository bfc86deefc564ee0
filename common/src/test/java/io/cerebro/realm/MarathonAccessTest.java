package io.cerebro.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarathonAccessTest {
    @ParameterizedTest
    @CsvSource({
        "'zk://zk1:2182,zk2:2183,zk3:2184/marathon', 'zk://zk1:2182,zk2:2183,zk3:2184/marathon'",
        "'zk://zk1,10.0.0.7:2182,zk-3.example.com/teams/marathon_1/',"
                + " 'zk://zk1:2181,10.0.0.7:2182,zk-3.example.com:2181/teams/marathon_1'",
    })
    void givesEachZooKeeperItsPort(String text, String url) {
        assertThat(MarathonAccess.url(text)).isEqualTo(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zk://",
                "zk://zk1",
                "zk://zk1:2181/",
                "zk:///marathon",
                "zk://zk1,/marathon",
                "zk://zk1:0/marathon",
                "zk://zk1:65536/marathon",
                "zk://zk1:port/marathon",
                "zk://zk1, zk2/marathon",
                "zk://zk1//marathon",
                "zk://zk1/teams/../marathon",
                "zk://zk1/marathon?a=b",
            })
    void refusesWhatLeadsToNoZooKeeper(String text) {
        assertThatThrownBy(() -> MarathonAccess.url(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a zk:// URL is like zk://zk1:2181,zk2:2181,zk3/marathon, not '" + text + "'");
    }

    @Test
    void knowsWhetherMarathonsAreToBeFoundByZooKeeper() {
        URI zooKeeper = MarathonAccess.url("zk://zk1/marathon");

        assertThat(access(zooKeeper).zooKeeper()).contains(zooKeeper);
        assertThat(access(MarathonAccess.url("http://m1:8080")).zooKeeper()).isEmpty();
        assertThatThrownBy(() -> access(zooKeeper, zooKeeper))
                .hasMessage("a zk:// URL stands alone: every Marathon that registers there is found");
    }

    private static MarathonAccess access(URI... urls) {
        return new MarathonAccess(List.of(urls), Optional.empty(), 5051);
    }
}
