package io.jenkins.plugins.cerebro.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import io.cerebro.realm.Login;
import io.cerebro.realm.Secret;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoginsTest {
    @Test
    void takeEachKindOfCredentials() throws KeyStoreException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());

        assertThat(marathon(Some.password("m", "cerebro", "hunter2")))
                .isEqualTo(new Login.Password("cerebro", Secret.of("hunter2")));
        assertThat(marathon(Some.token("t0ken"))).isEqualTo(new Login.Token(Secret.of("t0ken")));
        assertThat(marathon(Some.certificate(store, "hunter2")))
                .isEqualTo(new Login.Certificate(store, Secret.of("hunter2")));
    }

    @Test
    void neverShowTheSecret() {
        assertThat(marathon(Some.password("m", "cerebro", "hunter2")).toString())
                .doesNotContain("hunter2");
        assertThat(marathon(Some.token("t0ken")).toString()).doesNotContain("t0ken");
    }

    @Test
    void refuseWhatIsOfAnotherKind() {
        StandardCredentials other = mock(StandardCredentials.class);

        assertThatThrownBy(() -> marathon(other))
                .hasMessage("the credentials 'm' must be a username with password, a secret text or a certificate");
        assertThatThrownBy(() -> logins(Some.token("t0ken")).registry("m", "https://registry:5000"))
                .hasMessage("the credentials 'm' must be a username with password");
    }

    @Test
    void refuseAnEmptySecret() {
        assertThatThrownBy(() -> marathon(Some.token(" ")))
                .hasMessage("the credentials 'm' hold an empty secret: give them one");
    }

    private static Login marathon(StandardCredentials credentials) {
        return logins(credentials).marathon("m", "http://m1:8080");
    }

    private static Logins logins(StandardCredentials credentials) {
        return new Logins(new Some.Purse(Map.of("m", credentials)));
    }
}
