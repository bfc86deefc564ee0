package io.cerebro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmProcessTest {
    @TempDir
    private Path home;

    @Test
    void isNeverFoundWithoutItsNumber() throws Exception {
        RealmProcess.announce(home);
        CompletableFuture<Void> announcing = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 1000; i++) {
                announce();
            }
        });

        while (!announcing.isDone()) {
            assertThat(Files.readString(home.resolve("realm.pid")))
                    .isEqualTo(Long.toString(ProcessHandle.current().pid()));
        }
        announcing.join();
    }

    private void announce() {
        try {
            RealmProcess.announce(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
