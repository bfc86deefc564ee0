package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.marathon.AppId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The way from the apps as they were to the apps as they are wanted.
 *
 * @param before of the affected apps, as far as they were there
 * @param after of the affected apps, as far as they are to be there
 * @param steps one after the other, each with actions side by side
 * @param sentenced ids of instances that must be among those that a scale-down kills
 */
record Plan(
        String id,
        Instant version,
        SortedMap<AppId, Spec> before,
        SortedMap<AppId, Spec> after,
        List<List<Action>> steps,
        Set<String> sentenced) {

    Set<AppId> affected() {
        Set<AppId> apps = new TreeSet<>(before.keySet());
        apps.addAll(after.keySet());
        return apps;
    }

    boolean touches(Set<AppId> apps) {
        return affected().stream().anyMatch(apps::contains);
    }

    /** As events show it. */
    ObjectNode view() {
        ObjectNode view = Json.object().put("id", id);
        view.set("steps", stepsView());
        return view.put("version", Timestamps.text(version));
    }

    ArrayNode stepsView() {
        ArrayNode all = Json.array();
        steps.forEach(step -> all.add(stepView(step)));
        return all;
    }

    static ObjectNode stepView(List<Action> step) {
        ObjectNode view = Json.object();
        step.forEach(action -> view.withArray("actions").add(action.view()));
        return view;
    }

    ObjectNode saved() {
        ObjectNode saved = Json.object().put("id", id).put("version", version.toString());
        before.values().forEach(spec -> saved.withArray("before").add(spec.saved()));
        after.values().forEach(spec -> saved.withArray("after").add(spec.saved()));
        ArrayNode all = saved.putArray("steps");
        steps.forEach(step -> {
            ArrayNode actions = all.addArray();
            step.forEach(action -> actions.addObject()
                    .put("kind", action.kind().name())
                    .put("app", action.app().path()));
        });
        saved.set("sentenced", Json.texts(sentenced));
        return saved;
    }

    static Plan restored(JsonNode saved) {
        List<List<Action>> steps = saved.path("steps")
                .valueStream()
                .map(step -> step.valueStream()
                        .map(action -> new Action(
                                Action.Kind.valueOf(action.path("kind").asText()),
                                AppId.of(action.path("app").asText())))
                        .toList())
                .toList();
        return new Plan(
                saved.path("id").asText(),
                Instant.parse(saved.path("version").asText()),
                specs(saved.path("before")),
                specs(saved.path("after")),
                steps,
                Set.copyOf(Json.strings(saved.path("sentenced"))));
    }

    private static SortedMap<AppId, Spec> specs(JsonNode saved) {
        SortedMap<AppId, Spec> specs = new TreeMap<>();
        saved.forEach(spec -> {
            Spec restored = Spec.restored(spec);
            specs.put(restored.id(), restored);
        });
        return specs;
    }

    /** @throws Refusal when apps depend on each other in a circle */
    static Plan between(SortedMap<AppId, Spec> before, SortedMap<AppId, Spec> after, Instant version) {
        return new Planner(before, after).plan(version);
    }

    Plan sentencing(Map<String, Instance> instances) {
        return new Plan(id, version, before, after, steps, Set.copyOf(instances.keySet()));
    }
}
