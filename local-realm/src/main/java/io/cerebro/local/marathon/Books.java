package io.cerebro.local.marathon;

import io.cerebro.marathon.AppId;
import java.util.List;

/** All that the core keeps account of. */
record Books(Apps apps, Instances instances, Agent agent, Backoff backoff) {
    /** Instances that are to stay. */
    List<Instance> lasting(AppId app) {
        return instances.of(app).stream().filter(instance -> !instance.doomed).toList();
    }

    void clear() {
        apps.clear();
        instances.clear();
        agent.clear();
        backoff.clear();
    }
}
