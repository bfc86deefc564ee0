package io.cerebro.traffic.consul;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerebro.http.Answer;
import io.cerebro.http.Ask;
import io.cerebro.http.Credentials;
import io.cerebro.http.Remote;
import io.cerebro.http.Timeouts;
import io.cerebro.http.Unreachable;
import io.cerebro.traffic.RouterException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Consul's KV store: documents that are written only where nobody has changed them meanwhile. */
final class ConsulKv {
    private static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(5));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Remote consul;

    ConsulKv(List<String> urls, Credentials credentials) {
        this.consul = new Remote(urls, credentials, TIMEOUTS);
    }

    /**
     * @param text empty where there is no such document
     * @param index that it was last changed at; 0 where there is none, which {@code cas} takes as "only a new one"
     */
    record Document(String text, long index) {
        static final Document NONE = new Document("", 0);
    }

    Document read(String key) {
        Answer answer = consul.ask(Ask.get("/v1/kv/" + key).with("consistent", ""));
        if (answer.status() == 404) {
            return Document.NONE;
        }
        JsonNode entry = json(answer).path(0);
        if (!answer.successful() || !entry.has("ModifyIndex")) {
            throw refused(answer);
        }
        byte[] value = Base64.getDecoder().decode(entry.path("Value").asText(""));
        return new Document(
                new String(value, StandardCharsets.UTF_8),
                entry.get("ModifyIndex").asLong());
    }

    /** Whether the document was still as read, and has been written. */
    boolean write(String key, String text, Document read) {
        Answer answer = consul.ask(Ask.put("/v1/kv/" + key, text).with("cas", Long.toString(read.index())));
        String said = answer.body().strip();
        if (!answer.successful() || !(said.equals("true") || said.equals("false"))) {
            throw refused(answer);
        }
        return said.equals("true");
    }

    /** That Consul has a leader, without which nothing can be written, and lets this token read. */
    void check() {
        Answer answer = consul.ask(Ask.get("/v1/status/leader"));
        if (!answer.successful() || answer.body().strip().length() < 3) {
            throw new Unreachable("tried to " + answer.request() + " but it answered " + answer.status() + " '"
                    + answer.shown() + "' instead of a leader's address: Consul has none now, or this is not Consul");
        }
        read("canary/cerebro/config");
    }

    private static JsonNode json(Answer answer) {
        try {
            JsonNode json = JSON.readTree(answer.body());
            return json == null ? JSON.missingNode() : json;
        } catch (JsonProcessingException e) {
            throw refused(answer);
        }
    }

    private static RuntimeException refused(Answer answer) {
        String said = "tried to " + answer.request() + " but Consul answered " + answer.status() + " '" + answer.shown()
                + "'";
        return answer.status() >= 500
                ? new Unreachable(said + ": has it a leader?")
                : new RouterException(said
                        + (answer.status() == 403
                                ? ": give the realm a token that may read and write keys under canary/"
                                : ": is that a Consul?"));
    }
}
