package io.cerebro.local.marathon;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.local.marathon.Transcript.Exchange;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthenticationTest {
    @TempDir
    Path directory;

    private TestRealm realm() {
        return new TestRealm(
                directory, TestRealm.START, config -> config.withCredentials(new BasicCredentials("admin", "s3cret")));
    }

    @Test
    void letsInWhoWasLetInAndNobodyElse() {
        int refused = 0;
        try (TestRealm realm = realm()) {
            for (Exchange exchange : Transcript.load("15-basic-auth").exchanges()) {
                if (exchange.status() != 401
                        && exchange.status() != 500
                        && !exchange.method().equals("GET")) {
                    break;
                }
                RawHttp.Answer answer = new RawHttp(realm.url())
                        .send(exchange.method(), exchange.path(), exchange.headers(), exchange.body());
                assertThat(answer.status()).as(exchange.toString()).isEqualTo(exchange.status());
                assertThat(answer.header("WWW-Authenticate")).isEqualTo(exchange.header("WWW-Authenticate"));
                if (answer.status() >= 400) {
                    refused++;
                    assertThat(answer.header("Content-Type")).isEqualTo(Optional.empty());
                    assertThat(answer.body()).isEmpty();
                }
            }
        }
        assertThat(refused).isGreaterThan(9);
    }

    @Test
    void neverShowsThePassword() {
        assertThat(new BasicCredentials("admin", "s3cret")).hasToString("admin:***");
    }
}
