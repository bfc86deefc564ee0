package io.cerebro.local.marathon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With its own threads and the real time. */
class LocalMarathonTest {
    private static final String APP = "{\"id\":\"/a\",\"cmd\":\"sleep 1\",\"instances\":2,"
            + "\"backoffSeconds\":1,\"backoffFactor\":1,\"healthChecks\":[{\"protocol\":\"HTTP\"}]}";

    @TempDir
    Path directory;

    private final Loop outside = new ThreadLoop(Clock.systemUTC());
    private final FakeRunner runner = new FakeRunner(outside);
    private final FakeRotation rotation = new FakeRotation();
    private LocalMarathon marathon;
    private RawHttp http;

    @BeforeEach
    void start() {
        LocalMarathonConfig config =
                LocalMarathonConfig.at("127.0.0.11", directory).withPorts(0, 0);
        marathon = LocalMarathon.start(config, runner, new FakeChecks(outside), rotation);
        http = new RawHttp(marathon.url());
    }

    @AfterEach
    void stop() {
        marathon.close();
        outside.close();
    }

    private JsonNode get(String path) {
        return TestRealm.json(http.send("GET", path, Map.of(), ""));
    }

    private RawHttp.Answer post(String path, String body) {
        return http.send("POST", path, Map.of("Content-Type", "application/json"), body);
    }

    private static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private boolean settled() {
        return get("/v2/deployments").isEmpty();
    }

    @Test
    void createsUpgradesAndDeletes() {
        assertThat(post("/v2/apps", APP).status()).isEqualTo(201);
        until("both run", this::settled);
        assertThat(get("/v2/apps/a").at("/app/tasksHealthy").asInt()).isEqualTo(2);
        assertThat(post("/v2/apps/a/restart", "{}").status()).isEqualTo(200);
        until("both are new", this::settled);
        assertThat(runner.kills).hasSize(2);
        assertThat(rotation.left).hasSize(2);
        assertThat(http.send("DELETE", "/v2/apps/a", Map.of(), "").status()).isEqualTo(200);
        until("both are gone", this::settled);
        assertThat(runner.running()).isEmpty();
    }

    @Test
    void relaunchesWhatFailsWhenItsTimeHasCome() {
        post("/v2/apps", APP);
        until("both run", this::settled);
        String task = runner.running().iterator().next();
        outside.submit(() -> runner.become(task, "TASK_FAILED", "Container exited with status 1"));
        String next = task.replace("_app.1", "_app.2");
        until("the next task runs", () -> runner.running().contains(next));
    }

    @Test
    void oneOfSixCreatesWins() {
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> post("/v2/apps", APP).status()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join).sorted().toList())
                .containsExactly(201, 409, 409, 409, 409, 409);
    }

    @Test
    void zipsOnRequestAndSendsLargeBodiesInChunks() throws IOException {
        post("/v2/apps", APP.replace("\"cmd\"", "\"env\":{\"LONG\":\"" + "x".repeat(40_000) + "\"},\"cmd\""));
        RawHttp.Answer plain = http.send("GET", "/v2/apps", Map.of("Connection", "keep-alive"), "");
        assertThat(plain.header("Transfer-Encoding")).hasValue("chunked");
        assertThat(plain.header("Content-Length")).isEmpty();
        RawHttp.Answer zipped = http.send("GET", "/v2/apps/a/versions", Map.of("Accept-Encoding", "gzip"), "");
        assertThat(zipped.header("Content-Encoding")).hasValue("gzip");
        String body = new String(
                new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(body).startsWith("{\"versions\":[\"");
    }

    @Test
    void answersWhileItsTasksAreEnded() {
        post("/v2/apps", APP);
        until("both run", this::settled);
        List<JsonNode> answers = new ArrayList<>();
        runner.whenClearing(() -> answers.add(get("/v2/apps")));

        marathon.clear();

        assertThat(answers).singleElement().asString().isEqualTo("{\"apps\":[]}");
        assertThat(runner.running()).isEmpty();
    }

    @Test
    void leavesTasksRunningWhenItStops() {
        post("/v2/apps", APP);
        until("both run", this::settled);
        marathon.close();
        assertThat(runner.running()).hasSize(2);
        assertThat(runner.kills).isEmpty();
    }
}
