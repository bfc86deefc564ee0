package io.cerebro.gate.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerebro.gate.SourceException;
import io.cerebro.http.Answer;
import io.cerebro.http.Ask;
import io.cerebro.http.Remote;
import io.cerebro.http.Timeouts;
import io.cerebro.http.Unreachable;
import io.cerebro.realm.HttpAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The one part of Prometheus's HTTP API that is needed: the value of an expression now. */
final class PrometheusApi {
    private static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofSeconds(10));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/api/v1/query";

    private final Remote remote;

    PrometheusApi(HttpAccess server) {
        this.remote = new Remote(List.of(server.url().toString()), server.credentials(), TIMEOUTS);
    }

    /** One series at this moment. */
    record Sample(Map<String, String> labels, double value) {}

    /** Prometheus understood the question, and did not like it. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Refused(String message) {
            super(message);
        }
    }

    /**
     * @throws Unreachable if it does not answer, or cannot now
     * @throws Refused with its own words
     * @throws SourceException if it is no Prometheus, or refuses whoever asks
     */
    List<Sample> query(String expression) {
        Answer answer = remote.ask(Ask.get(PATH).with("query", expression));
        JsonNode body = read(answer);
        if (answer.status() == 401 || answer.status() == 403) {
            throw new SourceException(tried(answer) + "it answered " + answer.status() + ": "
                    + remote.credentials()
                            .kind()
                            .map(kind -> "is the " + kind + " of this source right?")
                            .orElse("give this source a login"));
        }
        if (answer.status() >= 500 || answer.status() == 429) {
            throw new Unreachable(tried(answer) + "it answered " + answer.status() + " '" + answer.shown() + "'");
        }
        if (body.path("status").asText().equals("error")) {
            throw new Refused(
                    tried(answer) + "it said: " + Words.line(body.path("error").asText("")));
        }
        if (!answer.successful() || !body.path("status").asText().equals("success")) {
            throw new SourceException(tried(answer) + "it answered " + answer.status() + " '" + answer.shown()
                    + "': is that a Prometheus?");
        }
        JsonNode warning = body.path("warnings").path(0);
        if (!warning.isMissingNode()) {
            throw new SourceException(
                    tried(answer) + "not all of it can be relied on: " + Words.line(warning.asText()));
        }
        return samples(answer, body.path("data"));
    }

    private static List<Sample> samples(Answer answer, JsonNode data) {
        List<Sample> samples = new ArrayList<>();
        for (JsonNode series : data.path("result")) {
            Map<String, String> labels = new TreeMap<>();
            series.path("metric")
                    .properties()
                    .forEach(
                            label -> labels.put(label.getKey(), label.getValue().asText()));
            if (!series.path("value").path(1).isTextual()) {
                throw new SourceException(tried(answer)
                        + (series.has("histogram")
                                ? "it has a native histogram, which cannot be read: ask for a counter, or the buckets of a"
                                        + " classic histogram"
                                : "it answered '" + answer.shown() + "': is that a Prometheus?"));
            }
            samples.add(new Sample(labels, number(series.path("value").path(1).asText())));
        }
        return samples;
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static JsonNode read(Answer answer) {
        try {
            JsonNode json = JSON.readTree(answer.body());
            return json == null ? JSON.missingNode() : json;
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static String tried(Answer answer) {
        return "tried to " + answer.request() + " but ";
    }
}
