package io.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.marathon.TaskLog;
import io.cerebro.realm.Additions;
import io.cerebro.realm.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaskedTaskLogTest {
    @Test
    void hidesTheSecretsThatTheRealmHasGivenATask() {
        Additions additions = new Additions(
                Map.of("REGION", "eu"),
                Map.of("DB_PASSWORD", Secret.of("hunter2"), "GONE", Secret.file(Path.of("/no/such/file"))),
                Optional.empty());
        TaskLog log = RealmConnection.masked(
                (host, task, lines) -> List.of("in eu as app:hunter2@db", "FATAL: no answer"), additions);

        assertThat(log.tail("10.0.0.7", "orders.1", 10)).containsExactly("in eu as app:****@db", "FATAL: no answer");
    }
}
