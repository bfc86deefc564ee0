package io.cerebro.cli;

import io.cerebro.definition.DefinitionFile;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.realm.Realm;
import io.cerebro.release.Goal;
import io.cerebro.release.Release;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The version that is given: its app definition, what is put into it, and how it travels. */
final class VersionOptions {
    @Mixin
    private TravelOptions travel = new TravelOptions();

    @Parameters(
            index = "1",
            paramLabel = "DEFINITION",
            description =
                    "The service's Marathon definition, YAML or JSON. An overlay for the realm beside it is merged"
                            + " in: marathon.prod.yaml into marathon.yaml.")
    private @Nullable Path file;

    @Option(
            names = "--image",
            paramLabel = "IMAGE",
            description = "The image to run, as `cerebro build` prints it: registry/name@sha256:...")
    private @Nullable String image;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A variable for $${NAME} in the definition. May be repeated.")
    private Map<String, String> variables = new LinkedHashMap<>();

    /** How far it is to go; the rest is known with the realm. */
    ReleaseRun.Wish upTo(Goal goal) {
        return (realm, connection, by) ->
                Release.of(read(realm), goal, travel.over(connection.settings()), by, Instant.now());
    }

    private AppDefinition read(Realm realm) {
        AppDefinition definition = DefinitionFile.read(Optional.ofNullable(file).orElseThrow(), realm, variables);
        return image == null ? definition : withImage(definition, image);
    }

    private static AppDefinition withImage(AppDefinition definition, String image) {
        if (!definition.json().has("container")) {
            throw new IllegalArgumentException("the definition of " + definition.id()
                    + " has no container, so there is nothing to run the image " + image
                    + " in; add container.docker or leave out --image");
        }
        return definition.withImage(image);
    }
}
