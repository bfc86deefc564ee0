package io.cerebro.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out which apps an event is about; every kind of event names them in fields of its own. */
final class EventReader {
    private EventReader() {}

    static Event read(String type, String data) {
        JsonNode json = MarathonJson.tree(data);
        return new Event(type, apps(json), json);
    }

    private static Set<AppId> apps(JsonNode json) {
        Stream<JsonNode> named = Stream.of(json.path("appId"), json.path("runSpecId"), json.at("/appDefinition/id"));
        Stream<JsonNode> planned = MarathonJson.stream(json.at("/plan/steps")).flatMap(EventReader::actedUpon);
        Stream<JsonNode> present = actedUpon(json.path("currentStep"));
        return Stream.of(named, planned, present)
                .flatMap(ids -> ids)
                .filter(JsonNode::isTextual)
                .flatMap(id -> id(id.textValue()).stream())
                .collect(Collectors.toSet());
    }

    private static Stream<JsonNode> actedUpon(JsonNode step) {
        return MarathonJson.stream(step.path("actions")).map(action -> action.path("app"));
    }

    private static Optional<AppId> id(String text) {
        try {
            return Optional.of(AppId.of(text));
        } catch (IllegalArgumentException notAnApp) {
            return Optional.empty();
        }
    }
}
