package io.cerebro.cli;

import java.nio.file.Path;
import java.util.Optional;

/** Where the local realms of this user keep their state: {@code CEREBRO_HOME}, or {@code ~/.cerebro}. */
final class Home {
    private Home() {}

    static Path of(String realm) {
        return Optional.ofNullable(System.getenv("CEREBRO_HOME"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cerebro"))
                .toAbsolutePath()
                .resolve(realm);
    }
}
