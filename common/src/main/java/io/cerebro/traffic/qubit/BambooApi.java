package io.cerebro.traffic.qubit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.http.Answer;
import io.cerebro.http.Ask;
import io.cerebro.http.Credentials;
import io.cerebro.http.Remote;
import io.cerebro.http.Timeouts;
import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import io.cerebro.traffic.RouterException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The HTTP API of the Bamboos of one realm, which share what they store. Its answers are not to be trusted: 200 comes before
 * anything is rendered, and while Marathon or ZooKeeper is away the state is {@code null} with 200.
 */
final class BambooApi {
    private static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(5));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SERVICES = "/api/services";

    private final Remote any;
    private final List<Remote> each;

    /** @throws IllegalArgumentException for a URL that is none */
    BambooApi(List<String> urls) {
        this.any = remote(urls);
        this.each = urls.stream().map(url -> remote(List.of(url))).toList();
    }

    private static Remote remote(List<String> urls) {
        return new Remote(urls, Credentials.none(), TIMEOUTS);
    }

    /** The service's whole configuration; empty where Bamboo has none. */
    Map<String, String> config(AppId service) {
        Answer answer = any.ask(Ask.get(SERVICES));
        JsonNode services = read(answer);
        if (!answer.successful() || !services.isObject()) {
            throw away(answer, "a map of services");
        }
        Map<String, String> config = new TreeMap<>();
        JsonNode own = services.path(service.path());
        own.path("Config")
                .properties()
                .forEach(entry -> config.put(entry.getKey(), entry.getValue().asText()));
        if (!own.path("Acl").asText("").isEmpty()) {
            config.putIfAbsent("Acl", own.path("Acl").asText());
        }
        return config;
    }

    /** Replaces the service's whole configuration. The id in the body counts, not the one in the path. */
    void put(AppId service, Map<String, String> config) {
        ObjectNode body = JSON.createObjectNode().put("id", service.path());
        config.forEach(body.putObject("config")::put);
        Answer answer = any.ask(Ask.put(SERVICES + "/" + service.path(), body.toString()));
        if (!answer.successful()) {
            throw away(answer, "the service");
        }
    }

    /** Has every Bamboo render anew, because a change in ZooKeeper alone may pass them by. */
    void wake() {
        for (Remote one : each) {
            Answer answer = one.ask(Ask.post("/api/marathon/event_callback", "{\"eventType\":\"cerebro_share\"}"));
            if (!answer.successful()) {
                throw away(answer, "'Got it!'");
            }
        }
    }

    /** That every one knows Marathon's apps and the services. */
    void check() {
        for (Remote one : each) {
            Answer answer = one.ask(Ask.get("/api/state"));
            JsonNode state = read(answer);
            if (!answer.successful() || !state.path("Apps").isArray()) {
                throw away(answer, "its state");
            }
        }
    }

    private static JsonNode read(Answer answer) {
        try {
            JsonNode json = JSON.readTree(answer.body());
            return json == null ? JSON.missingNode() : json;
        } catch (JsonProcessingException e) {
            throw new RouterException("tried to " + answer.request() + " but it answered '" + answer.shown()
                    + "', which is no JSON: is that a Qubit Bamboo?");
        }
    }

    private static Unreachable away(Answer answer, String expected) {
        return new Unreachable("tried to " + answer.request() + " but Qubit Bamboo answered " + answer.status() + " '"
                + answer.shown() + "' instead of " + expected
                + ": does it reach its ZooKeeper and Marathon? Its log says so");
    }
}
