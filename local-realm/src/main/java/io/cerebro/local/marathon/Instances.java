package io.cerebro.local.marathon;

import io.cerebro.marathon.AppId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All instances, in the order in which they were scheduled. */
final class Instances {
    private final Map<String, Instance> byId = new LinkedHashMap<>();
    private final Map<AppId, Map<String, Instance>> byApp = new HashMap<>();
    private final SecureRandom random = new SecureRandom();

    Instance schedule(Spec spec, Instant now) {
        Instance instance = new Instance(spec.id().name() + ".instance-" + timeUuid(now), spec, now);
        restore(instance);
        return instance;
    }

    /** Marathon's instance ids end in a UUID of version 1, made from the time. */
    private UUID timeUuid(Instant now) {
        long ticks = (now.getEpochSecond() + 12_219_292_800L) * 10_000_000L + random.nextInt(10_000_000);
        long high = (ticks << 32) | ((ticks >>> 16) & 0xFFFF0000L) | 0x1000L | ((ticks >>> 48) & 0x0FFFL);
        return new UUID(high, (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }

    void restore(Instance instance) {
        byId.put(instance.id, instance);
        byApp.computeIfAbsent(instance.app(), app -> new LinkedHashMap<>()).put(instance.id, instance);
    }

    void remove(Instance instance) {
        byId.remove(instance.id);
        byApp.computeIfPresent(instance.app(), (app, instances) -> {
            instances.remove(instance.id);
            return instances.isEmpty() ? null : instances;
        });
    }

    void clear() {
        byId.clear();
        byApp.clear();
    }

    Optional<Instance> find(String instanceId) {
        return Optional.ofNullable(byId.get(instanceId));
    }

    /** The instance whose present task this is. */
    Optional<Instance> ofTask(String taskId) {
        return find(Instance.ofTask(taskId))
                .filter(instance -> instance.taskId().equals(taskId));
    }

    List<Instance> of(AppId app) {
        return List.copyOf(byApp.getOrDefault(app, Map.of()).values());
    }

    Collection<Instance> all() {
        return List.copyOf(byId.values());
    }
}
