package io.cerebro.local.marathon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A local Marathon in a test's hands: fakes around it, and time that only the test moves. */
final class TestRealm implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-23T00:40:00Z");
    final ManualTime time;
    final FakeRunner runner;
    final FakeChecks checks;
    final FakeRotation rotation;
    final List<String> events = new ArrayList<>();
    private final UnaryOperator<LocalMarathonConfig> setup;
    private final Path directory;
    private LocalMarathon marathon;

    TestRealm(Path directory) {
        this(directory, START, config -> config);
    }

    TestRealm(Path directory, Instant start, UnaryOperator<LocalMarathonConfig> setup) {
        this.directory = directory;
        this.setup = setup;
        this.time = new ManualTime(start);
        this.runner = new FakeRunner(time);
        this.checks = new FakeChecks(time);
        this.rotation = new FakeRotation();
        this.marathon = start();
    }

    private LocalMarathon start() {
        LocalMarathonConfig config = setup.apply(LocalMarathonConfig.at("127.0.0.11", directory)
                .withPorts(0, 0)
                .withCapacity(32, 65_536)
                .withClock(time.clock()));
        LocalMarathon started = LocalMarathon.start(
                config, time, new Seams(runner, checks, rotation, Runnable::run), port -> true, () -> {});
        started.core().hub.add((type, data) -> events.add(type + " " + data));
        return started;
    }

    /** As after a restart of the realm: the tasks ran on meanwhile. */
    void restart() {
        marathon.close();
        marathon = start();
    }

    LocalMarathon marathon() {
        return marathon;
    }

    URI url() {
        return marathon.url();
    }

    void advance(double seconds) {
        time.advance(Duration.ofMillis((long) (seconds * 1000)));
    }

    RawHttp.Answer send(String method, String path, String body) {
        Map<String, String> headers = body.isEmpty()
                ? Map.of("Accept", "application/json")
                : Map.of("Accept", "application/json", "Content-Type", "application/json");
        return new RawHttp(url()).send(method, path, headers, body);
    }

    JsonNode get(String path) {
        return json(send("GET", path, ""));
    }

    JsonNode put(String path, String body) {
        return json(send("PUT", path, body));
    }

    JsonNode app(String id) {
        return get("/v2/apps" + id).path("app");
    }

    static JsonNode json(RawHttp.Answer answer) {
        try {
            return Json.MAPPER.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.text(), e);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Task id and state of each task of an app. */
    Map<String, String> tasks(String id) {
        Map<String, String> tasks = new LinkedHashMap<>();
        app(id).path("tasks")
                .forEach(task ->
                        tasks.put(task.path("id").asText(), task.path("state").asText()));
        return tasks;
    }

    Stream<String> eventTypes() {
        return events.stream().map(event -> event.substring(0, event.indexOf(' ')));
    }

    @Override
    public void close() {
        marathon.close();
    }
}
