package io.cerebro.telling;

import static io.cerebro.release.Drive.orders;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.realm.Audience;
import io.cerebro.realm.AuditSettings;
import io.cerebro.release.Drive;
import io.cerebro.release.Goal;
import io.cerebro.release.Progress;
import io.cerebro.report.ReleaseReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TellingTest {
    @TempDir
    private Path directory;

    private final Told told = new Told();
    private final List<String> trouble = new CopyOnWriteArrayList<>();

    private Audience file(Path file) {
        return Audience.NOBODY.and(new AuditSettings(Optional.of(file), Optional.empty()));
    }

    private void tell(Audience audience, List<ReleaseReport> reports) {
        try (Telling telling = Telling.to(audience, reports.get(0), trouble::add)) {
            reports.forEach(telling::looked);
        }
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve("audit.jsonl"))) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    @Test
    void writesEachStageAndTheEndOnce() throws IOException {
        tell(file(directory.resolve("audit.jsonl")), told.reports(orders("v2"), Goal.RELEASE));

        List<JsonNode> lines = lines();
        assertThat(lines)
                .extracting(line -> line.path("stage").asText())
                .containsExactly("start", "canary", "isolated", "partial", "full", "off", "drain", "clean-up", "end");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.path("realm").asText()).isEqualTo("prod");
            assertThat(line.path("service").asText()).isEqualTo("/orders");
            assertThat(line.path("goal").asText()).isEqualTo("release");
            assertThat(line.path("by").asText()).isEqualTo("ann");
            assertThat(line.path("image").asText()).isEqualTo("registry/orders:v2");
        });
        assertThat(lines.get(3).path("verdict").asText()).isEqualTo("PASS");
        assertThat(lines.get(8).path("result").asText()).isEqualTo("done");
        assertThat(lines.get(8).path("because").asText()).isEqualTo("/orders is live, 3 instances serve it");
        assertThat(trouble).isEmpty();
    }

    @Test
    void goesOnWhereAnEarlierOneWasLost() throws IOException {
        List<ReleaseReport> reports = told.reports(orders("v2"), Goal.RELEASE);
        int middle = reports.size() / 2;
        tell(file(directory.resolve("audit.jsonl")), reports.subList(0, middle + 1));
        tell(file(directory.resolve("audit.jsonl")), reports.subList(middle, reports.size()));

        assertThat(lines()).hasSize(9);
    }

    @Test
    void showsNoSecretOfTheDefinition() throws IOException {
        AppDefinition secret = Drive.definition("""
                {"id": "/orders", "instances": 3, "cpus": 0.5, "mem": 128,
                 "container": {"docker": {"image": "registry/orders:v2"}},
                 "env": {"BEHAVE": "", "DB_PASSWORD": "s3cr3t-of-db"}, "healthChecks": [{"path": "/health"}]}""");
        List<ReleaseReport> reports = told.reports(secret, Goal.RELEASE);
        Progress stopped = Progress.start(told.drive.release(secret, Goal.RELEASE))
                .abort("s3cr3t-of-db was seen", told.drive.clock.instant());
        tell(
                file(directory.resolve("audit.jsonl")),
                List.of(reports.get(0), reports.get(0).with(stopped)));

        assertThat(Files.readString(directory.resolve("audit.jsonl")))
                .contains("(hidden) was seen")
                .doesNotContain("s3cr3t");
    }

    @Test
    void saysOnceWhatKeepsItFromBeingWrittenAndLetsTheReleaseGoOn() {
        Path nowhere = directory.resolve("missing").resolve("audit.jsonl");

        tell(file(nowhere), told.reports(orders("v2"), Goal.RELEASE));

        assertThat(trouble)
                .containsExactly("tried to tell the audit file " + nowhere + " but there is no directory "
                        + nowhere.getParent() + "; the release goes on");
    }

    @Test
    void waitsForNobodyWhoDoesNotListen() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Channel deaf = new Channel() {
            @Override
            public String name() {
                return "a deaf one";
            }

            @Override
            public boolean tell(Decision decision) throws IOException {
                try {
                    never.await();
                    return true;
                } catch (InterruptedException e) {
                    throw new IOException("it was woken", e);
                }
            }
        };
        List<ReleaseReport> reports = told.reports(orders("v2"), Goal.RELEASE);
        Telling telling = new Telling(List.of(deaf), reports.get(0), trouble::add);
        for (int i = 0; i < 200; i++) {
            Telling many = telling;
            reports.forEach(many::looked);
            telling.looked(reports.get(0));
        }
        telling.end();

        assertThat(trouble)
                .containsExactly("tried to tell a deaf one but too many decisions wait for it; the release goes on");
        never.countDown();
    }
}
