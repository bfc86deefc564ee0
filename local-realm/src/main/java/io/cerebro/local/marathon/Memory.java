package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.marathon.AppId;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes all that is known to one JSON object, and reads it back. */
final class Memory {
    private final Books books;
    private final Deployments deployments;

    Memory(Books books, Deployments deployments) {
        this.books = books;
        this.deployments = deployments;
    }

    ObjectNode write(String agentId) {
        ObjectNode state = Json.object()
                .put("agentId", agentId)
                .put("version", books.apps().version().toString());
        specs(state.putArray("apps"), books.apps().all().values());
        specs(state.putArray("versions"), books.apps().everything());
        ObjectNode failures = state.putObject("failures");
        books.apps().failures().forEach((app, failure) -> failures.set(app.path(), failure));
        ArrayNode instances = state.putArray("instances");
        books.instances().all().forEach(instance -> instances.add(instance.saved()));
        ArrayNode open = state.putArray("deployments");
        deployments.all().forEach(deployment -> open.add(deployment.saved()));
        return state;
    }

    private static void specs(ArrayNode array, Iterable<Spec> specs) {
        specs.forEach(spec -> array.add(spec.saved()));
    }

    void read(JsonNode state) {
        SortedMap<AppId, Spec> current = new TreeMap<>();
        state.path("apps").forEach(saved -> {
            Spec spec = Spec.restored(saved);
            current.put(spec.id(), spec);
        });
        books.apps().restore(current, Instant.parse(state.path("version").asText()));
        state.path("versions").forEach(saved -> books.apps().remember(Spec.restored(saved)));
        state.path("failures")
                .properties()
                .forEach(entry -> books.apps().failed(AppId.of(entry.getKey()), (ObjectNode) entry.getValue()));
        state.path("instances").forEach(saved -> books.instances().restore(Instance.restored(saved)));
        state.path("deployments").forEach(saved -> deployments.restore(Deployment.restored(saved)));
    }
}
