package io.cerebro.local.marathon;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A request, as far as the API looks at it. */
final class Call {
    private final Request request;
    private final String path;

    Call(Request request) {
        this.request = request;
        String raw = request.getHttpURI().getPath();
        this.path = raw == null ? "/" : raw;
    }

    /** A HEAD is answered like a GET; the server leaves its body out. */
    String method() {
        return head() ? "GET" : request.getMethod();
    }

    boolean head() {
        return request.getMethod().equals("HEAD");
    }

    /** As sent, percent-encoding and all. */
    String path() {
        return path;
    }

    /** The decoded, not empty segments of the path after this many. */
    List<String> segments(int after) {
        return Arrays.stream(path.split("/", -1))
                .map(Call::decodedSegment)
                .flatMap(segment -> Arrays.stream(segment.split("/", -1)))
                .filter(segment -> !segment.isEmpty())
                .skip(after)
                .toList();
    }

    private static String decodedSegment(String segment) {
        return decoded(segment.replace("+", "%2B"));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    List<String> parameters(String name) {
        String query = request.getHttpURI().getQuery();
        List<String> values = new ArrayList<>();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (decoded(key).equals(name)) {
                values.add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    Optional<String> parameter(String name) {
        return parameters(name).stream().findFirst().filter(value -> !value.isEmpty());
    }

    boolean flag(String name, boolean otherwise) {
        return parameter(name).map("true"::equalsIgnoreCase).orElse(otherwise);
    }

    Optional<String> header(HttpHeader header) {
        return Optional.ofNullable(request.getHeaders().get(header));
    }

    boolean acceptsJson() {
        return accepts("application/json");
    }

    boolean accepts(String type) {
        List<HttpField> accept = request.getHeaders().getFields(HttpHeader.ACCEPT);
        String range = type.substring(0, type.indexOf('/')) + "/*";
        return accept.isEmpty()
                || accept.stream()
                        .flatMap(field -> field.getValueList().stream())
                        .map(value -> value.replaceFirst(";.*", "").trim())
                        .anyMatch(value -> value.equals(type) || value.equals(range) || value.equals("*/*"));
    }

    String clientIp() {
        return Request.getRemoteAddr(request);
    }

    String authority() {
        return Request.getServerName(request) + ":" + Request.getServerPort(request);
    }

    /** @throws Refusal when it is none, or not said to be JSON */
    JsonNode json() {
        Optional<String> type = header(HttpHeader.CONTENT_TYPE);
        if (type.isPresent() && !type.get().replaceFirst(";.*", "").trim().equals("application/json")) {
            throw Refusal.of(415, "Unsupported Media Type");
        }
        byte[] body = body();
        if (body.length == 0) {
            throw Refusal.notJson(
                    "Please specify data in JSON format",
                    "No content to map due to end-of-input\n at [Source: (byte[])\"\"; line: 1, column: 0]");
        }
        try (JsonParser parser = Json.MAPPER.createParser(body)) {
            return Json.MAPPER.readTree(parser);
        } catch (JsonProcessingException e) {
            throw Refusal.notJson("Invalid JSON", e.getOriginalMessage());
        } catch (IOException e) {
            throw Refusal.notJson("Invalid JSON", String.valueOf(e.getMessage()));
        }
    }

    private byte[] body() {
        try {
            ByteBuffer buffer = Content.Source.asByteBuffer(request);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw Refusal.of(400, "The request's body could not be read");
        }
    }

    Request request() {
        return request;
    }
}
