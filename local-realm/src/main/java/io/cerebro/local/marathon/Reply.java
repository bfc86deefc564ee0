package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An answer to a request. Never compared with another. */
@SuppressWarnings("ArrayRecordComponent")
record Reply(int status, Optional<String> contentType, byte[] body, Map<String, String> headers) {
    static Reply json(int status, JsonNode body) {
        return new Reply(status, Optional.of("application/json"), Json.bytes(body), Map.of());
    }

    static Reply ok(JsonNode body) {
        return json(200, body);
    }

    static Reply text(String text) {
        return new Reply(200, Optional.of("text/plain"), text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static Reply empty(int status) {
        return new Reply(status, Optional.empty(), new byte[0], Map.of());
    }

    static Reply options(String allowed) {
        return new Reply(200, Optional.of("application/json"), new byte[0], Map.of("Allow", allowed));
    }

    static Reply of(Refusal refusal) {
        return json(refusal.status(), refusal.body());
    }

    /** A deployment has been made: its id goes into a header, too. */
    static Reply deployment(int status, Requests.Answer answer) {
        return json(status, answer.body())
                .with("Marathon-Deployment-Id", answer.plan().id());
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, body, more);
    }
}
