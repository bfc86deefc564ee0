package io.cerebro.cli;

import io.cerebro.realm.Realm;
import io.cerebro.realm.Realms;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the realms are read from. */
final class RealmsOption {
    @Option(
            names = "--realms",
            paramLabel = "FILE",
            description = "The realms file. Default: CEREBRO_REALMS, or realms.yaml in this directory.")
    private @Nullable Path file;

    Realm realm(String name) {
        return Realms.read(file(System.getenv()), Home::of).get(name);
    }

    Path file(Map<String, String> environment) {
        return Optional.ofNullable(file)
                .or(() -> Optional.ofNullable(environment.get("CEREBRO_REALMS")).map(Path::of))
                .orElse(Path.of("realms.yaml"));
    }
}
