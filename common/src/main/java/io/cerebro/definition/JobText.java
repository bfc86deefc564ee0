package io.cerebro.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.chronos.JobDefinition;
import io.cerebro.document.DocumentException;
import io.cerebro.document.Value;
import io.cerebro.realm.Additions;
import io.cerebro.realm.Realm;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A team's definition of a job for Chronos as text, wherever it was read. */
public record JobText(DefinitionText definition) {
    private static final Set<String> TOLD =
            Set.of("successCount", "errorCount", "lastSuccess", "lastError", "errorsSinceLastSuccess");
    private static final Rendering.Kind JOB = new Rendering.Kind(Schema.JOB, TOLD::contains, "Chronos", "jobs");

    /**
     * Overlays, fills in and checks it for one realm, as {@link DefinitionText#rendered} does an app.
     *
     * @throws DefinitionException if it is no job, or asks for more than the realm allows
     */
    public JobDefinition rendered(Optional<DefinitionText> overlay, Realm realm, Map<String, String> variables) {
        try {
            Value.Mapping mapping = definition.object("a job");
            Value.Mapping overlaid = overlay.map(over -> Overlay.merge(mapping, over.object("a job")))
                    .orElseGet(() -> Overlay.clean(mapping));
            ObjectNode json = new Rendering(
                            overlaid, new Variables(DefinitionText.all(realm, variables), OutsideValues.of(realm)), JOB)
                    .json();
            add(realm.additions(), json);
            return new JobRequirements(overlaid, json, realm).checked();
        } catch (DocumentException e) {
            throw new DefinitionException(e);
        }
    }

    /** What the realm adds to every task; what the team has said itself stays as it is. */
    private static void add(Additions additions, ObjectNode job) {
        Set<String> said = Set.copyOf(job.path("environmentVariables")
                .valueStream()
                .map(variable -> variable.path("name").asText())
                .toList());
        Stream.concat(
                        additions.environment().entrySet().stream(),
                        additions.secrets().entrySet().stream()
                                .map(secret -> Map.entry(
                                        secret.getKey(), secret.getValue().reveal())))
                .filter(variable -> !said.contains(variable.getKey()))
                .forEach(variable -> variables(job)
                        .addObject()
                        .put("name", variable.getKey())
                        .put("value", variable.getValue()));
    }

    private static ArrayNode variables(ObjectNode job) {
        JsonNode there = job.path("environmentVariables");
        return there instanceof ArrayNode array ? array : job.putArray("environmentVariables");
    }
}
