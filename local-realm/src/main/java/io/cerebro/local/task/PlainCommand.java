package io.cerebro.local.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a task without a container runs, and in which environment. */
record PlainCommand(List<String> words, Map<String, String> environment) {
    /** Of this JVM's own environment a task sees what a program needs to find its way; the rest may be secret. */
    private static final List<String> INHERITED = List.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "JAVA_HOME");

    /** @throws Refused if the definition asks for what this realm does not have */
    static PlainCommand of(Launch launch, Path sandbox) {
        return new PlainCommand(words(launch.definition().json()), environment(launch, sandbox));
    }

    private static List<String> words(ObjectNode definition) {
        if (!definition.path("fetch").isEmpty()) {
            throw new Refused(
                    "The definition fetches files, which a realm on one machine does not do for plain commands:"
                            + " remove 'fetch' in the overlay for this realm, or run a container");
        }
        String cmd = definition.path("cmd").asText("");
        if (!cmd.isEmpty()) {
            return List.of("/bin/sh", "-c", cmd);
        }
        List<String> args = new ArrayList<>();
        for (JsonNode arg : definition.path("args")) {
            args.add(arg.asText());
        }
        if (args.isEmpty()) {
            throw new Refused(
                    "The definition has neither 'cmd' nor 'args' nor a container with an image: give it one of them");
        }
        return args;
    }

    private static Map<String, String> environment(Launch launch, Path sandbox) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String name : INHERITED) {
            String value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        environment.put("MESOS_SANDBOX", sandbox.toAbsolutePath().toString());
        environment.putAll(Environment.of(launch));
        return environment;
    }
}
