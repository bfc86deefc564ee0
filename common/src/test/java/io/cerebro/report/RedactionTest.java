package io.cerebro.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.marathon.AppDefinition;
import io.cerebro.release.Drive;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private static final AppDefinition DEFINITION = Drive.definition("""
            {"id": "/orders", "cpus": 0.5,
             "env": {"PORT": 8080, "MODE": "shop", "DB": {"secret": "db"}, "LIST": ["a-long-value", true]},
             "secrets": {"db": {"source": "/prod/db"}},
             "labels": {"API-Key": "k-1", "team": "shop"},
             "args": ["--db-password", "hunter2", "--token=abc", "-Dkey='a b'", "--port", "80"],
             "cmd": "run --secret s3 --port 80",
             "fetch": [{"uri": "https://ann:pw@files.example.com/x.tgz"}],
             "container": {"docker": {"parameters": [{"key": "env", "value": "PW=x"}]}}}""");

    @Test
    void hidesTheEnvironmentAndWhatIsNamedLikeASecret() {
        assertThat(Redaction.redacted(DEFINITION)).isEqualTo(Drive.definition("""
                {"id": "/orders", "cpus": 0.5,
                 "env": {"PORT": "(hidden)", "MODE": "(hidden)", "DB": {"secret": "(hidden)"},
                         "LIST": ["(hidden)", "(hidden)"]},
                 "secrets": {"db": {"source": "(hidden)"}},
                 "labels": {"API-Key": "(hidden)", "team": "shop"},
                 "args": ["--db-password", "(hidden)", "--token=(hidden)", "-Dkey=(hidden)", "--port", "80"],
                 "cmd": "run --secret (hidden) --port 80",
                 "fetch": [{"uri": "https://(hidden)@files.example.com/x.tgz"}],
                 "container": {"docker": {"parameters": [{"key": "(hidden)", "value": "(hidden)"}]}}}"""));
    }

    @Test
    void findsASecretAgainInWhatTheTasksSay() {
        Redaction redaction = Redaction.of(Optional.of(DEFINITION));

        assertThat(List.of(
                        redaction.over("shop: cannot log in with hunter2"),
                        redaction.over("started with DB_PASSWORD=x2 and {\"token\": \"y\"} on port 8080"),
                        redaction.over("tried postgres://ann:pw@db/orders")))
                .containsExactly(
                        "shop: cannot log in with (hidden)",
                        "started with DB_PASSWORD=(hidden) and {\"token\": (hidden)} on port 8080",
                        "tried postgres://(hidden)@db/orders");
    }
}
