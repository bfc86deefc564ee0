package io.jenkins.plugins.cerebro.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hudson.model.Run;
import io.cerebro.marathon.AppDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The plans of a build, in its directory on the controller. A step returns but a plan's handle, because the definition may hold
 * what no log and no variable should.
 */
final class Plans {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern HANDLE = Pattern.compile("plan-[0-9]{1,6}");

    private final Path directory;

    private Plans(Path directory) {
        this.directory = directory;
    }

    /** @param definition rendered for the realm */
    record Kept(String realm, AppDefinition definition) {}

    static Plans of(Run<?, ?> run) {
        return new Plans(run.getRootDir().toPath().resolve("cerebro"));
    }

    /** Keeps it, and gives its handle: {@code plan-1}. */
    String keep(Kept plan) throws IOException {
        Files.createDirectories(directory);
        ObjectNode json = MAPPER.createObjectNode();
        json.put("realm", plan.realm());
        json.set("definition", plan.definition().json());
        for (int number = 1; ; number++) {
            Path file = directory.resolve("plan-" + number + ".json");
            if (Files.notExists(file)) {
                Files.writeString(file, json.toString());
                return "plan-" + number;
            }
        }
    }

    /** @throws IllegalArgumentException if this build made no such plan */
    Kept read(String handle) throws IOException {
        Path file = directory.resolve(handle + ".json");
        if (!HANDLE.matcher(handle).matches() || Files.notExists(file)) {
            throw new IllegalArgumentException(
                    "'" + handle + "' is no plan of this build: give plan what cerebroPlan returned in the same build");
        }
        JsonNode json = MAPPER.readTree(Files.readString(file));
        return new Kept(json.path("realm").asText(), AppDefinition.of(json.path("definition")));
    }
}
