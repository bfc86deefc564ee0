package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.marathon.AppId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A plan that is being carried out. */
final class Deployment {
    final Plan plan;
    private final Map<AppId, Progress> progress = new TreeMap<>();
    private int step;

    Deployment(Plan plan) {
        this.plan = plan;
    }

    String id() {
        return plan.id();
    }

    List<Action> actions() {
        return plan.steps().get(step);
    }

    /** From 1, as Marathon counts. */
    int stepNumber() {
        return step + 1;
    }

    Progress of(Action action) {
        return progress.computeIfAbsent(action.app(), app -> new Progress());
    }

    boolean lastStep() {
        return step + 1 == plan.steps().size();
    }

    void nextStep() {
        step++;
        progress.clear();
    }

    ObjectNode saved() {
        ObjectNode saved = Json.object().put("step", step);
        saved.set("plan", plan.saved());
        ObjectNode all = saved.putObject("progress");
        progress.forEach((app, done) -> all.set(app.path(), done.saved()));
        return saved;
    }

    static Deployment restored(JsonNode saved) {
        Deployment deployment = new Deployment(Plan.restored(saved.path("plan")));
        deployment.step = saved.path("step").asInt();
        saved.path("progress")
                .properties()
                .forEach(entry ->
                        deployment.progress.put(AppId.of(entry.getKey()), Progress.restored(entry.getValue())));
        return deployment;
    }
}
