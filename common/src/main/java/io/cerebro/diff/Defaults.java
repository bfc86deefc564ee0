package io.cerebro.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;

/** What Marathon 1.11 makes of a field that is left out. */
final class Defaults {
    private static final JsonNode FIELDS = json("""
            {
              "args": [],
              "backoffFactor": 1.15,
              "backoffSeconds": 1,
              "constraints": [],
              "container.docker.forcePullImage": false,
              "container.docker.parameters": [],
              "container.docker.privileged": false,
              "container.portMappings": [{"name": "default"}],
              "container.portMappings[].containerPort": 0,
              "container.portMappings[].hostPort": 0,
              "container.portMappings[].labels": {},
              "container.portMappings[].protocol": "tcp",
              "container.type": "MESOS",
              "container.volumes": [],
              "cpus": 1,
              "dependencies": [],
              "disk": 0,
              "env": {},
              "executor": "",
              "fetch": [],
              "fetch[].cache": false,
              "fetch[].executable": false,
              "fetch[].extract": true,
              "gpus": 0,
              "healthChecks": [],
              "healthChecks[].delaySeconds": 15,
              "healthChecks[].gracePeriodSeconds": 300,
              "healthChecks[].ignoreHttp1xx": false,
              "healthChecks[].intervalSeconds": 60,
              "healthChecks[].ipProtocol": "IPv4",
              "healthChecks[].maxConsecutiveFailures": 3,
              "healthChecks[].path": "/",
              "healthChecks[].portIndex": 0,
              "healthChecks[].protocol": "HTTP",
              "healthChecks[].timeoutSeconds": 20,
              "instances": 1,
              "killSelection": "YOUNGEST_FIRST",
              "labels": {},
              "maxLaunchDelaySeconds": 300,
              "mem": 128,
              "networks": [{"mode": "host"}],
              "portDefinitions": [{"name": "default"}],
              "portDefinitions[].labels": {},
              "portDefinitions[].protocol": "tcp",
              "readinessChecks": [],
              "readinessChecks[].httpStatusCodesForReady": [200],
              "readinessChecks[].intervalSeconds": 30,
              "readinessChecks[].name": "readinessCheck",
              "readinessChecks[].path": "/",
              "readinessChecks[].portName": "http-api",
              "readinessChecks[].preserveLastResponse": false,
              "readinessChecks[].protocol": "HTTP",
              "readinessChecks[].timeoutSeconds": 10,
              "requirePorts": false,
              "unreachableStrategy": {"expungeAfterSeconds": 0, "inactiveAfterSeconds": 0},
              "upgradeStrategy": {"maximumOverCapacity": 1, "minimumHealthCapacity": 1},
              "upgradeStrategy.maximumOverCapacity": 1,
              "upgradeStrategy.minimumHealthCapacity": 1
            }""");

    /** Left out or 0, Marathon picks one and keeps it. */
    private static final Set<String> CHOSEN =
            Set.of("container.portMappings[].servicePort", "portDefinitions[].port", "role");

    /** Lists that Marathon keeps as sets, and tells in any order. */
    private static final Set<String> SETS =
            Set.of("acceptedResourceRoles", "constraints", "dependencies", "healthChecks");

    private Defaults() {}

    /** Missing where there is none. */
    static JsonNode of(Spot spot) {
        return FIELDS.path(spot.pattern());
    }

    static boolean chosenByMarathon(Spot spot) {
        return CHOSEN.contains(spot.pattern());
    }

    static boolean unordered(Spot spot) {
        return SETS.contains(spot.pattern());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
