package io.cerebro.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import okhttp3.mockwebserver.MockResponse;

/** What a real Marathon 1.11.26 answered. */
final class Recorded {
    private Recorded() {}

    /** With its status line, headers and body. */
    static MockResponse response(String name) {
        String recorded = text(name + ".http");
        int blank = recorded.indexOf("\n\n");
        List<String> head = recorded.substring(0, blank).lines().toList();
        String body = recorded.substring(blank + 2);
        MockResponse response = new MockResponse().setStatus(head.get(0));
        head.stream()
                .skip(1)
                .filter(header -> !header.startsWith("Content-Length") && !header.startsWith("Transfer-Encoding"))
                .forEach(response::addHeader);
        return recorded.contains("Transfer-Encoding: chunked")
                ? response.setChunkedBody(body, 1000)
                : response.setBody(body);
    }

    static String body(String name) {
        String recorded = text(name + ".http");
        return recorded.substring(recorded.indexOf("\n\n") + 2);
    }

    static App app(String name) {
        try {
            return AppReader.app(body(name));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The bytes of an event stream, packet by packet. */
    static List<String> packets(String name) {
        return text(name + ".jsonl")
                .lines()
                .map(line -> MarathonJson.tree(line).path("recv").textValue())
                .toList();
    }

    static List<JsonNode> lines(String name) {
        return text(name + ".jsonl").lines().map(MarathonJson::tree).toList();
    }

    private static String text(String file) {
        try (InputStream in = Recorded.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
