package io.cerebro.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;

/** A small service that behaves as its version says: {@code good}, {@code better}, {@code failing}, {@code sick}, {@code crashing}. */
public final class ShopSources {
    private ShopSources() {}

    /** Its Dockerfile with all that this needs, and its app definition. */
    public static void copyTo(Path directory) throws IOException {
        for (String name : List.of("Dockerfile", "start", "shop", "health", "marathon.yaml")) {
            try (InputStream source = Objects.requireNonNull(ShopSources.class.getResourceAsStream("/shop/" + name))) {
                Files.copy(source, directory.resolve(name));
            }
        }
        Files.copy(Path.of("/bin/busybox"), directory.resolve("busybox"));
        for (String program : List.of("shop", "busybox")) {
            Files.setPosixFilePermissions(directory.resolve(program), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
