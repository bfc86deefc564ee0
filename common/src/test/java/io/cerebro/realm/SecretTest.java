package io.cerebro.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretTest {
    @TempDir
    Path directory;

    @Test
    void isLookedUpWhenItIsUsed() throws IOException {
        Path file = directory.resolve("password");
        Secret secret = Secret.file(file);
        Files.writeString(file, "hunter2\n");
        assertThat(secret.reveal()).isEqualTo("hunter2");
        assertThat(Secret.env("P", Map.of("P", "hunter3")).reveal()).isEqualTo("hunter3");
    }

    @Test
    void saysWhyItCannotBeHadOnlyWhenItIsNeeded() {
        Secret missing = Secret.missing("there are no credentials 'ci'");

        assertThatThrownBy(missing::reveal)
                .isInstanceOf(RealmsException.class)
                .hasMessage("there are no credentials 'ci'");
    }

    @Test
    void neverShowsItself() {
        assertThat(new Login.Password("ci", Secret.of("hunter2")))
                .hasToString("Password[username=ci, password=secret from a value]");
        assertThat(Secret.env("P", Map.of("P", "hunter3"))).hasToString("secret from the environment variable P");
    }

    @Test
    void saysWhereItWasExpected() throws IOException {
        Path file = directory.resolve("password");
        assertThatThrownBy(() -> Secret.env("P", Map.of()).reveal())
                .isInstanceOf(RealmsException.class)
                .hasMessage("a secret is missing: the environment variable P is not set");
        assertThatThrownBy(() -> Secret.file(file).reveal())
                .hasMessage("a secret is missing: there is no file " + file);
        Files.writeString(file, "\n");
        assertThatThrownBy(() -> Secret.file(file).reveal())
                .hasMessage("a secret is missing: the file " + file + " is empty");
    }
}
