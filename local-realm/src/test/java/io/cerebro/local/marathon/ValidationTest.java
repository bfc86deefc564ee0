package io.cerebro.local.marathon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends what a real Marathon refused, or surprisingly did not. */
class ValidationTest {
    /** Cannot be told in a table of texts. */
    private static final Set<String> ELSEWHERE = Set.of("invalid utf8", "no content-type", "text/plain content-type");

    @TempDir
    Path directory;

    @Test
    void refusesWhatMarathonRefuses() {
        List<String> differences = new ArrayList<>();
        Likeness likeness = new Likeness();
        int compared = 0;
        try (TestRealm realm = new TestRealm(directory)) {
            realm.put("/v2/apps/grp/first", "{\"cmd\":\"sleep 1\"}");
            for (JsonNode row : Transcript.json(Transcript.text("06-validation-table.json"))) {
                if (!ELSEWHERE.contains(row.path("case").asText())) {
                    compare(realm, row, likeness, differences);
                    compared++;
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isEqualTo(84);
    }

    private static void compare(TestRealm realm, JsonNode row, Likeness likeness, List<String> differences) {
        RawHttp.Answer answer = realm.send(
                row.path("method").asText(),
                row.path("path").asText(),
                likeness.translated(row.path("requestBody").asText("")));
        String said = row.path("case").asText() + ": " + answer.status() + " " + answer.text();
        if (answer.status() != row.path("status").asInt()) {
            differences.add(said + " instead of " + row.path("status").asInt() + " "
                    + row.path("body").asText());
            return;
        }
        JsonNode recorded = Transcript.json(row.path("body").asText());
        JsonNode actual = Transcript.json(answer.text());
        if (answer.status() < 400) {
            likeness.differences(recorded, actual).forEach(difference -> differences.add(said + ": " + difference));
        } else if (!details(Transcript.json(likeness.translated(recorded.toString())))
                .equals(details(actual))) {
            differences.add(said + " instead of " + recorded);
        }
    }

    /** In any order. */
    private static Set<JsonNode> details(JsonNode body) {
        Set<JsonNode> all = new HashSet<>(List.of(body.path("message"), body.path("deployments")));
        if (body.path("details").isArray()) {
            body.path("details").forEach(all::add);
        } else {
            all.add(body.path("details"));
        }
        return all;
    }

    @Test
    void namesTheBrokenByte() throws IOException {
        try (TestRealm realm = new TestRealm(directory);
                Socket socket = new RawHttp(realm.url()).connect()) {
            socket.getOutputStream()
                    .write("PUT /v2/apps/x HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(new byte[] {'{', '"', 'c', 'm', 'd', '"', ':', '"', (byte) 0xff, '"', '}'});
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ")
                    .endsWith("{\"message\":\"Invalid JSON\",\"details\":\"Invalid UTF-8 start byte 0xff\"}");
        }
    }

    @Test
    void takesJsonOnly() {
        try (TestRealm realm = new TestRealm(directory)) {
            RawHttp http = new RawHttp(realm.url());
            String app = "{\"cmd\":\"sleep 1\"}";
            assertThat(http.send("PUT", "/v2/apps/none", Map.of(), app).status())
                    .isEqualTo(201);
            RawHttp.Answer plain = http.send("PUT", "/v2/apps/plain", Map.of("Content-Type", "text/plain"), app);
            assertThat(plain.status()).isEqualTo(415);
            assertThat(plain.text()).isEqualTo("{\"message\":\"Unsupported Media Type\"}");
            assertThat(http.send("PUT", "/v2/apps/utf", Map.of("Content-Type", "application/json; charset=utf-8"), app)
                            .status())
                    .isEqualTo(201);
        }
    }
}
