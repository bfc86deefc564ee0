package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** An answer that says no, in Marathon's words. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    static final String LOCKED = "App is locked by one or more deployments. Override with the option '?force=true'."
            + " View details at '/v2/deployments/<DEPLOYMENT_ID>'.";

    private final int status;
    private final transient ObjectNode body;

    private Refusal(int status, ObjectNode body) {
        super(body.path("message").asText(), null, false, false);
        this.status = status;
        this.body = body;
    }

    int status() {
        return status;
    }

    JsonNode body() {
        return body;
    }

    static Refusal of(int status, String message) {
        return new Refusal(status, Json.object().put("message", message));
    }

    /** Marathon says some of its 404s with an empty {@code details} and some without any. */
    static Refusal notFound(String message) {
        ObjectNode body = Json.object().put("message", message);
        body.set("details", Json.array());
        return new Refusal(404, body);
    }

    static Refusal locked(Collection<String> deployments) {
        ObjectNode body = Json.object().put("message", LOCKED);
        deployments.forEach(
                id -> body.withArray("deployments").add(Json.object().put("id", id)));
        return new Refusal(409, body);
    }

    static Refusal notJson(String message, String details) {
        return new Refusal(400, Json.object().put("message", message).put("details", details));
    }

    /** A value of the wrong type or out of range. */
    static Refusal invalidJson(List<Problem> problems) {
        return invalid("Invalid JSON", problems);
    }

    /** A definition that makes no sense as a whole. */
    static Refusal invalidObject(List<Problem> problems) {
        return invalid("Object is not valid", problems);
    }

    private static Refusal invalid(String message, List<Problem> problems) {
        ObjectNode body = Json.object().put("message", message);
        problems.forEach(problem -> {
            ObjectNode detail = body.withArray("details").addObject();
            detail.put("path", problem.path()).putArray("errors").add(problem.error());
        });
        return new Refusal(422, body);
    }
}
