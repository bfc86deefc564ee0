package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** How far one action of a deployment has come. */
final class Progress {
    boolean begun;

    /** Most instances of both versions together, during a restart. */
    int capacity;

    /** Instances that it started and now waits for. */
    final Set<String> started = new LinkedHashSet<>();

    /** Instances whose end it waits for. */
    final Set<String> ending = new LinkedHashSet<>();

    /** New instances for each of which an old one has been ended. */
    final Set<String> exchanged = new LinkedHashSet<>();

    ObjectNode saved() {
        ObjectNode saved = Json.object().put("begun", begun).put("capacity", capacity);
        saved.set("started", Json.texts(started));
        saved.set("ending", Json.texts(ending));
        saved.set("exchanged", Json.texts(exchanged));
        return saved;
    }

    static Progress restored(JsonNode saved) {
        Progress progress = new Progress();
        progress.begun = saved.path("begun").asBoolean();
        progress.capacity = saved.path("capacity").asInt();
        progress.started.addAll(Json.strings(saved.path("started")));
        progress.ending.addAll(Json.strings(saved.path("ending")));
        progress.exchanged.addAll(Json.strings(saved.path("exchanged")));
        return progress;
    }
}
