package io.cerebro.local.chronos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The part of Chronos's REST API that jobs are deployed and watched by.
 *
 * <p>After docs/docs/api.md and src/main/scala/org/apache/mesos/chronos/scheduler/api in github.com/mesos/chronos at c1348ddfd80e.
 */
final class ChronosApi implements HttpHandler {
    private final Scheduler scheduler;
    private final String prefix;
    private final Optional<String> authorization;

    /**
     * @param prefix {@code /v1/scheduler} of 3.x or {@code /scheduler} of 2.x
     * @param authorization the header that every request must carry
     */
    ChronosApi(Scheduler scheduler, String prefix, Optional<String> authorization) {
        this.scheduler = scheduler;
        this.prefix = prefix;
        this.authorization = authorization;
    }

    private record Reply(int status, String type, byte[] body) {
        static Reply json(int status, JsonNode json) {
            return new Reply(status, "application/json", Json.bytes(json));
        }

        static Reply nothing(int status) {
            return new Reply(status, "", new byte[0]);
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = answer(exchange);
            if (!reply.type().isEmpty()) {
                exchange.getResponseHeaders().set("Content-Type", reply.type());
            }
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        if (!welcome(exchange)) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"Chronos\"");
            return Reply.nothing(401);
        }
        String path = exchange.getRequestURI().getPath();
        if (!path.startsWith(prefix + "/")) {
            return Reply.nothing(404);
        }
        try {
            byte[] body = exchange.getRequestBody().readAllBytes();
            return route(exchange.getRequestMethod(), path.substring(prefix.length()), body);
        } catch (Refused refused) {
            return bad("java.lang.IllegalArgumentException: " + refused.getMessage());
        } catch (JsonProcessingException e) {
            return bad("com.fasterxml.jackson.core.JsonParseException: " + e.getOriginalMessage());
        }
    }

    private boolean welcome(HttpExchange exchange) {
        String header = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        return authorization.isEmpty()
                || MessageDigest.isEqual(
                        authorization.get().getBytes(StandardCharsets.UTF_8), header.getBytes(StandardCharsets.UTF_8));
    }

    private Reply route(String method, String path, byte[] body) throws IOException {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String place = path.substring(0, path.lastIndexOf('/') + 1);
        return switch (method + " " + (place.equals("/") ? path : place)) {
            case "GET /jobs" -> Reply.json(200, scheduler.list());
            case "GET /job/" -> Reply.json(200, scheduler.job(name));
            case "GET /graph/" ->
                name.equals("csv")
                        ? new Reply(200, "text/plain", scheduler.csv().getBytes(StandardCharsets.UTF_8))
                        : Reply.nothing(404);
            case "POST /iso8601" -> done(() -> put(body, "schedule"));
            case "POST /dependency" -> done(() -> put(body, "parents"));
            case "PUT /job/" -> done(() -> scheduler.run(name));
            case "DELETE /job/" -> done(() -> scheduler.remove(name));
            case "DELETE /task/kill/" -> done(() -> scheduler.kill(name));
            default -> Reply.nothing(404);
        };
    }

    /** What may be refused. */
    private interface Change {
        void make() throws IOException;
    }

    private static Reply done(Change change) throws IOException {
        change.make();
        return Reply.nothing(204);
    }

    private void put(byte[] body, String needed) throws IOException {
        JsonNode job = Json.read(body);
        if (!job.isObject() || !job.has(needed)) {
            throw new Refused("requirement failed: a job with " + needed + " is an object that has it");
        }
        scheduler.put(job);
    }

    /** Chronos answers with a whole stack trace. */
    private static Reply bad(String message) {
        return Reply.json(
                400,
                Json.object()
                        .put("status", "Bad Request")
                        .put("message", message + "\n\tat org.apache.mesos.chronos.scheduler.api\n"));
    }
}
