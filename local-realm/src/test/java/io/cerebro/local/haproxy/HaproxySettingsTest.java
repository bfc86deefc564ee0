package io.cerebro.local.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HaproxySettingsTest {
    private static HaproxySettings named(String cookie, String header) {
        return new HaproxySettings(
                "qa", "127.0.0.1", Path.of("/tmp/qa"), "haproxy", cookie, header, "canary", Optional.empty());
    }

    @Test
    void knowsWhereARouterFindsIt() {
        assertThat(HaproxyRotation.loadBalancers(HaproxySettings.of("qa", "127.0.0.1", Path.of("/tmp/qa"))))
                .singleElement()
                .satisfies(balancer -> {
                    assertThat(balancer.name()).isEqualTo("qa-haproxy");
                    assertThat(balancer.socket()).isEqualTo("/tmp/qa/admin.sock");
                    assertThat(balancer.shareMap()).isEqualTo("/tmp/qa/maps/share.map");
                    assertThat(balancer.files()).contains(Path.of("/tmp/qa/maps"));
                });
    }

    @Test
    void refusesADirectoryThatIsTooLongForASocket() {
        String deep = "/tmp/" + "x".repeat(85);

        assertThatThrownBy(() -> HaproxySettings.of("qa", "127.0.0.1", Path.of(deep)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + deep + "' is too long for HAProxy's sockets by 10 characters: choose a shorter"
                        + " directory, such as /tmp/cerebro-qa");
    }

    @Test
    void refusesWhatCouldBeMoreThanAValueInAConfiguration() {
        assertThatThrownBy(() -> HaproxySettings.of("q a", "127.0.0.1", Path.of("/tmp/qa")))
                .hasMessage("'q a' is not a realm's name: letters, digits, dots, hyphens and underscores, such as qa");
        assertThatThrownBy(() -> HaproxySettings.of("qa", "localhost", Path.of("/tmp/qa")))
                .hasMessage("'localhost' is not an IPv4 address to listen on, such as 127.0.0.1");
        assertThatThrownBy(() -> HaproxySettings.of("qa", "127.0.0.1", Path.of("/tmp/q a")))
                .hasMessage("'/tmp/q a' is not a directory for HAProxy: only letters, digits and . _ / @ + - please");
        assertThatThrownBy(() -> named("uid) -m found }", "X-Canary"))
                .hasMessage("'uid) -m found }' is not a cookie's name: letters, digits, hyphens and underscores");
        assertThatThrownBy(() -> named("uid", "X-Canary\n"))
                .hasMessage("'X-Canary\n' is not a header's name: letters, digits, hyphens and underscores");
    }
}
