package io.cerebro.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.http.Answer;
import io.cerebro.http.Credentials;
import java.util.stream.Collectors;

/** Says in one sentence, with Marathon's own words, why a request was refused. */
final class Refusal {
    private Refusal() {}

    static MarathonException of(Answer answer, Credentials credentials) {
        return new MarathonException(answer.status(), sentence(answer, credentials));
    }

    static MarathonException notMarathon(Answer answer) {
        return new MarathonException(
                answer.status(),
                "tried to " + answer.request() + " but the answer (" + answer.status()
                        + ") is not one that Marathon gives; check the realm's Marathon URL");
    }

    static String sentence(Answer answer, Credentials credentials) {
        if (answer.status() == 401) {
            return unauthorized(answer.url(), credentials);
        }
        String tried = "tried to " + answer.request() + " but ";
        if (!answer.location().isEmpty() && answer.status() < 400) {
            return tried + "it redirects to " + place(answer.location()) + " (" + answer.status()
                    + "); check the realm's Marathon URL";
        }
        String words = words(MarathonJson.tree(answer.body()));
        return tried + "Marathon refused it (" + answer.status() + ")"
                + (words.isEmpty() ? " without saying why" : ": " + words);
    }

    private static String unauthorized(String url, Credentials credentials) {
        String marathon = "Marathon at " + url.replaceAll("/v2/.*", "");
        return credentials
                .kind()
                .map(kind -> marathon + " refused the " + kind + " (401); check the realm's credentials")
                .orElse(marathon + " asks who is there (401); give the realm credentials");
    }

    /** {@code Object is not valid: /id must not be root; / must not be empty}. */
    private static String words(JsonNode body) {
        JsonNode details = body.path("details");
        String said = details.isTextual()
                ? details.textValue()
                : MarathonJson.stream(details).map(Refusal::detail).collect(Collectors.joining("; "));
        String message = body.path("message").asText();
        return (said.isEmpty() ? message : message + ": " + said)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String detail(JsonNode detail) {
        String errors = MarathonJson.stream(detail.path("errors"))
                .map(JsonNode::asText)
                .map(Refusal::withoutEcho)
                .collect(Collectors.joining(", "));
        return (detail.path("path").asText() + " " + errors).strip();
    }

    /** Marathon repeats the object that it misses a field in, and what was set there may be a password. */
    private static String withoutEcho(String error) {
        return error.replaceAll("(?s) on object: .*", "");
    }

    private static String place(String location) {
        return location.replaceAll("//[^/]*@", "//").replaceAll("[?#].*", "");
    }
}
