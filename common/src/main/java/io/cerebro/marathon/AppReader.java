package io.cerebro.marathon;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an app from Marathon's JSON, task by task: an app of thousands of tasks never stands in memory as a tree. */
final class AppReader {
    private static final int LONGEST_BODY = 200;

    private final JsonParser parser;
    private final ObjectNode fields = MarathonJson.object();
    private final List<Task> tasks = new ArrayList<>();

    private AppReader(JsonParser parser) {
        this.parser = parser;
    }

    /** {@code {"app":{...}}}. */
    static App app(String json) throws IOException {
        try (JsonParser parser = MarathonJson.parser(json)) {
            enter(parser, "app", JsonToken.START_OBJECT);
            return new AppReader(parser).read();
        }
    }

    /** {@code {"apps":[{...}]}}. */
    static List<App> apps(String json) throws IOException {
        List<App> apps = new ArrayList<>();
        try (JsonParser parser = MarathonJson.parser(json)) {
            enter(parser, "apps", JsonToken.START_ARRAY);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                apps.add(new AppReader(parser).read());
            }
        }
        return apps;
    }

    private static void enter(JsonParser parser, String field, JsonToken token) throws IOException {
        boolean there = parser.nextToken() == JsonToken.START_OBJECT
                && field.equals(parser.nextFieldName())
                && parser.nextToken() == token;
        if (!there) {
            throw new IOException("it does not begin with '" + field + "'");
        }
    }

    private App read() throws IOException {
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            if (field.equals("tasks")) {
                readTasks();
            } else {
                fields.set(field, parser.readValueAsTree());
            }
        }
        Instant version = Instant.parse(fields.path("version").asText());
        return new App(
                ReadOnly.removedFrom(fields),
                version,
                MarathonJson.instant(fields.at("/versionInfo/lastConfigChangeAt"))
                        .orElse(version),
                fields.path("instances").asInt(),
                MarathonJson.ids(fields.path("deployments")),
                tasks,
                unready(fields.path("readinessCheckResults")),
                lastTaskFailure(fields.path("lastTaskFailure")));
    }

    private void readTasks() throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            tasks.add(task(parser.readValueAsTree()));
        }
    }

    private static Task task(JsonNode json) {
        return new Task(
                json.path("id").asText(),
                json.path("host").asText(),
                json.path("slaveId").asText(),
                MarathonJson.stream(json.path("ports")).map(JsonNode::asInt).toList(),
                json.path("state").asText(),
                MarathonJson.instant(json.path("version")),
                MarathonJson.stream(json.path("healthCheckResults"))
                        .map(AppReader::health)
                        .toList());
    }

    private static Task.Health health(JsonNode json) {
        JsonNode cause = json.path("lastFailureCause");
        return new Task.Health(
                json.path("alive").asBoolean(),
                json.path("consecutiveFailures").asInt(),
                cause.isTextual() ? Optional.of(cause.textValue()) : Optional.empty());
    }

    private static List<Unready> unready(JsonNode results) {
        return MarathonJson.stream(results)
                .filter(result -> !result.path("ready").asBoolean())
                .map(result -> new Unready(
                        result.path("taskId").asText(),
                        result.path("name").asText(),
                        response(result.path("lastResponse"))))
                .toList();
    }

    private static Optional<String> response(JsonNode json) {
        if (!json.isObject()) {
            return Optional.empty();
        }
        String body = json.path("body").asText().strip().lines().findFirst().orElse("");
        String shown = body.length() > LONGEST_BODY ? body.substring(0, LONGEST_BODY) + " ..." : body;
        String status = json.path("status").asText();
        return Optional.of(shown.isEmpty() ? status : status + " (" + shown + ")");
    }

    private static Optional<TaskFailure> lastTaskFailure(JsonNode json) {
        if (!json.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new TaskFailure(
                json.path("taskId").asText(),
                json.path("host").asText(),
                json.path("slaveId").asText(),
                json.path("state").asText(),
                json.path("message").asText(),
                MarathonJson.instant(json.path("timestamp")).orElse(Instant.EPOCH),
                MarathonJson.instant(json.path("version")).orElse(Instant.EPOCH)));
    }
}
