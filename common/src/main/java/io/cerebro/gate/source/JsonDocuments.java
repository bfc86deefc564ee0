package io.cerebro.gate.source;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerebro.gate.SourceException;
import io.cerebro.http.Remote;
import io.cerebro.http.Timeouts;
import io.cerebro.http.Trouble;
import io.cerebro.http.Unreachable;
import io.cerebro.realm.HttpAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** Gets JSON from one server. */
final class JsonDocuments {
    private static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofSeconds(10));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 1_000_000;

    private final Remote remote;

    JsonDocuments(HttpAccess server) {
        this.remote = new Remote(List.of(server.url().toString()), server.credentials(), TIMEOUTS);
    }

    /** What one URL answered. */
    record Document(HttpUrl url, JsonNode json) {
        /** @throws SourceException if nothing is there */
        JsonNode at(JsonPointer pointer) {
            JsonNode value = json.at(pointer);
            if (value.isMissingNode() || value.isNull()) {
                throw wrong("it has nothing at " + pointer);
            }
            return value;
        }

        SourceException wrong(String what) {
            return new SourceException("tried to GET " + Remote.show(url) + " but " + what);
        }
    }

    /**
     * @throws Unreachable if it does not answer, or cannot now
     * @throws SourceException if it is no JSON, or refuses whoever asks
     */
    Document get(HttpUrl url) {
        Request request = remote.to(url).header("Accept", "application/json").build();
        try (Response response = remote.client().newCall(request).execute()) {
            byte[] body = Objects.requireNonNull(response.body()).byteStream().readNBytes(LONGEST);
            return document(url, response.code(), new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Unreachable("tried to GET " + Remote.show(url) + " but " + Trouble.of(e), e);
        }
    }

    private Document document(HttpUrl url, int status, String body) {
        Document nothing = new Document(url, JSON.missingNode());
        if (status == 401 || status == 403) {
            throw nothing.wrong("it answered " + status + ": "
                    + remote.credentials()
                            .kind()
                            .map(kind -> "is the " + kind + " of this source right?")
                            .orElse("give this source a login"));
        }
        if (status >= 500 || status == 429) {
            throw new Unreachable("tried to GET " + Remote.show(url) + " but it answered " + status);
        }
        if (status < 200 || status > 299) {
            throw nothing.wrong("it answered " + status);
        }
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isMissingNode()) {
                throw nothing.wrong("it answered with nothing");
            }
            return new Document(url, json);
        } catch (JsonProcessingException e) {
            throw nothing.wrong("it answered with something that is no JSON");
        }
    }
}
