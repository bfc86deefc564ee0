package io.cerebro.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.marathon.App;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Router;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The canary app: the target under another name, and the way back from it to the target. */
final class Canary {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PORT_LISTS =
            List.of("/container/portMappings", "/container/docker/portMappings", "/portDefinitions");

    private Canary() {}

    static AppDefinition definition(Release release, AppDefinition target, App stable) {
        AppDefinition canary = Labels.strip(target)
                .withId(release.service().canary())
                .withInstances(release.settings().canaryInstances(stable.instances()))
                .withLabel(Labels.RELEASE, Labels.releaseId(target))
                .withLabel(Labels.CANARY_OF, release.service().path())
                .withLabel(Labels.PREVIOUS, stable.versionText())
                .withLabel(Labels.BY, release.by())
                .withLabel(Labels.SERVICE_PORTS, servicePorts(target));
        AppDefinition labelled = Labels.from(release.source(), target, canary);
        return target.instances()
                .map(instances -> labelled.withLabel(Labels.INSTANCES, instances.toString()))
                .orElse(labelled);
    }

    /** As its router needs it, with what the definition itself had, for the way back. */
    static AppDefinition routed(AppDefinition canary, App stable, Router router) {
        AppDefinition routed = router.canary(canary, stable);
        return routed.equals(canary)
                ? canary
                : routed.withLabel(
                        Labels.OWN_LABELS,
                        JSON.valueToTree(Labels.strip(canary).labels()).toString());
    }

    private static AppDefinition unrouted(AppDefinition canary) {
        if (canary.label(Labels.OWN_LABELS).isEmpty()) {
            return canary;
        }
        AppDefinition own = canary;
        for (String label : Labels.strip(canary).labels().keySet()) {
            own = own.withoutLabel(label);
        }
        for (Map.Entry<String, JsonNode> label :
                read(canary.label(Labels.OWN_LABELS).get()).properties()) {
            own = own.withLabel(label.getKey(), label.getValue().asText());
        }
        return own;
    }

    private static JsonNode read(String labels) {
        try {
            return JSON.readTree(labels);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the canary's label " + Labels.OWN_LABELS + " is no JSON: " + labels, e);
        }
    }

    /** What the canary would be as the stable app. Its labels keep its release id, since Marathon has filled in defaults. */
    static AppDefinition target(AppId service, AppDefinition canary) {
        AppDefinition bare = Labels.strip(unrouted(canary)).withId(service).withoutInstances();
        AppDefinition target = Labels.from(Source.UNKNOWN, canary, bare);
        target = canary.label(Labels.INSTANCES)
                .map(Integer::valueOf)
                .map(target::withInstances)
                .orElse(target);
        return canary.label(Labels.SERVICE_PORTS).isPresent()
                ? withServicePorts(
                        target, canary.label(Labels.SERVICE_PORTS).get().split(","))
                : target;
    }

    private static String servicePorts(AppDefinition definition) {
        ObjectNode json = definition.json();
        return PORT_LISTS.stream()
                .flatMap(list -> json.at(list).valueStream())
                .map(port -> Integer.toString(
                        port.path("servicePort").asInt(port.path("port").asInt(0))))
                .collect(Collectors.joining(","));
    }

    private static AppDefinition withServicePorts(AppDefinition definition, String[] ports) {
        ObjectNode json = definition.json();
        List<JsonNode> mappings =
                PORT_LISTS.stream().flatMap(list -> json.at(list).valueStream()).toList();
        for (int i = 0; i < mappings.size() && i < ports.length && !ports[i].isEmpty(); i++) {
            ObjectNode mapping = (ObjectNode) mappings.get(i);
            mapping.put(mapping.has("port") ? "port" : "servicePort", Integer.parseInt(ports[i]));
        }
        return AppDefinition.of(json);
    }
}
