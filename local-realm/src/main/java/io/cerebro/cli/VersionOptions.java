package io.cerebro.cli;

import io.cerebro.definition.DefinitionFile;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.realm.Realm;
import io.cerebro.release.Goal;
import io.cerebro.release.Release;
import io.cerebro.release.Source;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The version that is given: what is put into its app definition, and how it travels. */
final class VersionOptions {
    /** Of the parameter that names the file; each command has its own, since the realm comes before it. */
    static final String DEFINITION =
            "The service's Marathon definition, YAML or JSON. An overlay for the realm beside it is"
                    + " merged in: marathon.prod.yaml into marathon.yaml.";

    @Mixin
    private TravelOptions travel = new TravelOptions();

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

    @Option(
            names = "--build-url",
            paramLabel = "URL",
            description = "The page of the build that releases, for a label. Labels alone restart nothing.")
    private @Nullable String build;

    @Option(
            names = "--commit",
            paramLabel = "COMMIT",
            defaultValue = "${env:GIT_COMMIT:-}",
            description =
                    "The commit that the version was built from, for a label, the report, the audit and New Relic."
                            + " Default: that of GIT_COMMIT, if it is set.")
    private String commit = "";

    /** To go so far; the rest is known with the realm. */
    ReleaseRun.Wish release(Path definition, Goal goal) {
        return (realm, connection, by) -> Release.of(
                        read(definition, realm), goal, travel.over(connection.settings()), by, Instant.now())
                .from(new Source(Optional.ofNullable(build), Optional.of(commit).filter(text -> !text.isBlank())));
    }

    private AppDefinition read(Path file, Realm realm) {
        AppDefinition definition = DefinitionFile.read(file, realm, variables);
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
