package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.marathon.AppId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Carries out what is asked for about apps: each is a new version of the whole, and a deployment that leads to it. */
final class Requests {
    private static final String DOES_NOT_EXIST = "' does not exist";
    private final Apps apps;
    private final Deployments deployments;
    private final Events events;

    /** Marathon gives every rollback of one life of the server the same version, from about its start. */
    private final Instant rollbackVersion;

    Requests(Apps apps, Deployments deployments, Events events) {
        this.apps = apps;
        this.deployments = deployments;
        this.events = events;
        this.rollbackVersion = apps.nextVersion();
    }

    /** Who asks, and how: partial means that what is left out stays as it is. */
    record Asking(String clientIp, String uri, boolean force, boolean partial) {}

    /** What became of it. */
    record Answer(Plan plan, Instant version, List<Spec> specs, boolean created) {
        ObjectNode body() {
            return Json.object().put("deploymentId", plan.id()).put("version", Timestamps.text(version));
        }
    }

    Answer create(JsonNode body, Asking asking) {
        Syntax.check(body, Set.of("id"));
        AppId id = Ids.app(body.path("id").asText());
        Instant version = apps.nextVersion();
        if (apps.find(id).isPresent()) {
            String reason = "An app with id [" + id + "] already exists.";
            events.groupChangeFailed(group(id), version, reason);
            throw Refusal.of(409, reason);
        }
        SortedMap<AppId, Spec> wanted = apps.all();
        Spec spec = new Definitions(apps, wanted).whole(id, (ObjectNode) body, version);
        return change(List.of(spec), wanted, version, asking);
    }

    Answer update(AppId id, JsonNode body, Asking asking) {
        Syntax.check(body, Set.of());
        Instant version = apps.nextVersion();
        SortedMap<AppId, Spec> wanted = apps.all();
        Spec spec = new Definitions(apps, wanted).updated(id, (ObjectNode) body, version, asking.partial());
        return change(List.of(spec), wanted, version, asking);
    }

    Answer updateAll(JsonNode body, Asking asking) {
        if (!body.isArray()) {
            throw Refusal.invalidJson(List.of(new Problem("", "error.expected.jsarray")));
        }
        Instant version = apps.nextVersion();
        SortedMap<AppId, Spec> wanted = apps.all();
        Definitions definitions = new Definitions(apps, wanted);
        List<Spec> specs = new ArrayList<>();
        for (JsonNode one : body) {
            Syntax.check(one, Set.of());
            if (!one.hasNonNull("id")) {
                throw Refusal.of(422, "requirement failed: App Update must have app id set");
            }
            specs.add(
                    definitions.updated(Ids.app(one.path("id").asText()), (ObjectNode) one, version, asking.partial()));
        }
        return change(specs, wanted, version, asking);
    }

    private Answer change(List<Spec> specs, SortedMap<AppId, Spec> wanted, Instant version, Asking asking) {
        boolean created = specs.stream().anyMatch(spec -> apps.find(spec.id()).isEmpty());
        Plan plan = Plan.between(apps.all(), wanted, version);
        specs.forEach(apps::remember);
        start(plan, new Change(wanted, asking.force()), version);
        specs.forEach(spec -> events.apiPost(asking.clientIp(), asking.uri(), spec));
        return new Answer(plan, version, specs, created);
    }

    private void start(Plan plan, Change change, Instant version) {
        try {
            deployments.start(plan, change);
        } catch (Refusal refusal) {
            events.groupChangeFailed("/", version, Refusal.LOCKED);
            throw refusal;
        }
        events.groupChanged(version);
    }

    Answer restart(AppId id, Asking asking) {
        Spec before = existing(id);
        Instant version = apps.nextVersion();
        Spec restarted = before.restarted(version);
        SortedMap<AppId, Spec> wanted = apps.all();
        wanted.put(id, restarted);
        return change(List.of(restarted), wanted, version, asking);
    }

    Answer delete(AppId id, boolean force) {
        existing(id);
        Instant version = apps.nextVersion();
        SortedMap<AppId, Spec> wanted = apps.all();
        wanted.remove(id);
        Plan plan = Plan.between(apps.all(), wanted, version);
        start(plan, new Change(wanted, force), version);
        return new Answer(plan, version, List.of(), false);
    }

    private Spec existing(AppId id) {
        return apps.find(id).orElseThrow(() -> {
            String reason = "App '" + id + DOES_NOT_EXIST;
            events.groupChangeFailed("/", apps.nextVersion(), reason);
            return Refusal.of(404, reason);
        });
    }

    /** Kills these instances and lowers their apps' numbers by as many. */
    Answer killAndScale(List<Instance> victims, boolean force) {
        Instant version = apps.nextVersion();
        SortedMap<AppId, Spec> wanted = apps.all();
        for (Instance victim : victims) {
            wanted.computeIfPresent(victim.app(), (id, spec) -> fewer(spec, version));
        }
        wanted.values().stream().filter(spec -> spec.version().equals(version)).forEach(apps::remember);
        Map<String, Instance> byId =
                victims.stream().collect(Collectors.toMap(instance -> instance.id, Function.identity(), (a, b) -> a));
        Plan plan = Plan.between(apps.all(), wanted, version).sentencing(byId);
        start(plan, new Change(wanted, force), version);
        return new Answer(plan, version, List.of(), false);
    }

    private static Spec fewer(Spec spec, Instant version) {
        ObjectNode json = spec.json().deepCopy();
        json.put("instances", Math.max(0, spec.instances() - 1));
        return new Spec(spec.id(), json, version, version, spec.configuredAt());
    }

    /** Back to the apps as they were before this deployment; what it created goes. */
    Answer rollback(Deployment deployment) {
        SortedMap<AppId, Spec> wanted = apps.all();
        for (AppId id : deployment.plan.affected()) {
            Spec before = deployment.plan.before().get(id);
            if (before == null) {
                wanted.remove(id);
            } else {
                Spec restored = before.at(rollbackVersion);
                apps.remember(restored);
                wanted.put(id, restored);
            }
        }
        Plan plan = Plan.between(apps.all(), wanted, rollbackVersion);
        deployments.cancel(deployment);
        start(plan, new Change(wanted, true), rollbackVersion);
        return new Answer(plan, rollbackVersion, List.of(), false);
    }

    private static String group(AppId id) {
        int end = id.path().lastIndexOf('/');
        return end == 0 ? "/" : id.path().substring(0, end);
    }
}
