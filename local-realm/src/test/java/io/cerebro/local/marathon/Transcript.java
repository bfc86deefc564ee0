package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a real Marathon was asked and answered, line by line. */
record Transcript(String name, List<Exchange> exchanges) {
    /** One request and its recorded answer. */
    record Exchange(Instant at, JsonNode request, JsonNode response) {
        String method() {
            return request.path("method").asText();
        }

        String path() {
            return request.path("path").asText();
        }

        String body() {
            return request.path("body").asText("");
        }

        Map<String, String> headers() {
            Map<String, String> headers = new LinkedHashMap<>();
            request.path("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().asText()));
            return headers;
        }

        int status() {
            return response.path("status").asInt();
        }

        String answer() {
            return response.path("body").asText("");
        }

        Optional<String> header(String name) {
            return response.path("headers")
                    .valueStream()
                    .filter(header -> header.path(0).asText().equalsIgnoreCase(name))
                    .map(header -> header.path(1).asText())
                    .findFirst();
        }

        @Override
        public String toString() {
            return at + " " + method() + " " + path() + " " + body();
        }
    }

    /** One, or several that were recorded one after the other. */
    static Transcript load(String name) {
        List<Exchange> exchanges = Arrays.stream(name.split(","))
                .flatMap(file -> lines(file + ".jsonl").stream())
                .filter(line -> line.has("request") && line.has("response"))
                .map(line -> new Exchange(
                        Instant.parse(line.path("t").asText()), line.path("request"), line.path("response")))
                .toList();
        return new Transcript(name, exchanges);
    }

    static List<JsonNode> lines(String file) {
        return text(file).lines().map(Transcript::json).toList();
    }

    static String text(String file) {
        try (InputStream in = Transcript.class.getResourceAsStream("/transcripts/" + file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
