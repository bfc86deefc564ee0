package io.cerebro.definition;

import java.util.Set;

/** The fields of Marathon's apps that are worth knowing here; it ignores unknown ones without a word. */
final class Fields {
    static final Set<String> TOP = Set.of(
            "acceptedResourceRoles",
            "args",
            "backoffFactor",
            "backoffSeconds",
            "check",
            "cmd",
            "constraints",
            "container",
            "cpus",
            "dependencies",
            "disk",
            "env",
            "executor",
            "executorResources",
            "fetch",
            "gpus",
            "healthChecks",
            "id",
            "instances",
            "ipAddress",
            "killSelection",
            "labels",
            "maxLaunchDelaySeconds",
            "mem",
            "networks",
            "portDefinitions",
            "ports",
            "readinessChecks",
            "requirePorts",
            "residency",
            "resourceLimits",
            "role",
            "secrets",
            "storeUrls",
            "taskKillGracePeriodSeconds",
            "tty",
            "unreachableStrategy",
            "upgradeStrategy",
            "uris",
            "user");

    /** What GET answers and nobody may send. */
    static final Set<String> READ_ONLY = Set.of(
            "deployments",
            "lastTaskFailure",
            "readinessCheckResults",
            "tasks",
            "tasksHealthy",
            "tasksRunning",
            "tasksStaged",
            "tasksUnhealthy",
            "taskStats",
            "version",
            "versionInfo");

    static final Set<String> NUMBERS = Set.of(
            "backoffFactor",
            "backoffSeconds",
            "containerPort",
            "cpus",
            "delaySeconds",
            "disk",
            "expungeAfterSeconds",
            "gpus",
            "gracePeriodSeconds",
            "hostPort",
            "inactiveAfterSeconds",
            "instances",
            "intervalSeconds",
            "maxConsecutiveFailures",
            "maxLaunchDelaySeconds",
            "maximumOverCapacity",
            "mem",
            "minimumHealthCapacity",
            "port",
            "portIndex",
            "servicePort",
            "taskKillGracePeriodSeconds",
            "timeoutSeconds");

    static final Set<String> TRUE_OR_FALSE =
            Set.of("forcePullImage", "ignoreHttp1xx", "preserveLastResponse", "privileged", "requirePorts", "tty");

    /** Objects whose keys are the team's own, and whose single values Marathon wants as texts. */
    static final Set<String> FREE = Set.of("env", "labels");

    private Fields() {}
}
