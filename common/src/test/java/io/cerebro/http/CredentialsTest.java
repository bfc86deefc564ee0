package io.cerebro.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CredentialsTest {
    @Test
    void saysWhoseTheyAreAndNeverTheSecret() {
        assertThat(Credentials.basic("deployer", "s3cret")).hasToString("the user name and password of 'deployer'");
        assertThat(Credentials.bearer("s3cret")).hasToString("a token");
        assertThat(Credentials.none()).hasToString("no credentials");
    }

    @Test
    void encodesThePasswordAsUtf8() {
        assertThat(Credentials.basic("deployer", "pässword").header()).contains("Basic ZGVwbG95ZXI6cMOkc3N3b3Jk");
    }

    @Test
    void refusesAUserNameThatWouldEndAtItsColon() {
        assertThatThrownBy(() -> Credentials.basic("de:ployer", "s3cret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'de:ployer' is not a user name: it must not be empty, nor hold a colon or a control"
                        + " character");
    }

    @Test
    void refusesATokenThatWouldBecomeASecondHeaderWithoutShowingIt() {
        assertThatThrownBy(() -> Credentials.bearer("s3cret\r\nX-Evil: 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the token is empty, or holds a blank or a letter that no HTTP header can carry");
    }
}
