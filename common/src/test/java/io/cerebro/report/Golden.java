package io.cerebro.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What has been looked at and found good. */
final class Golden {
    private Golden() {}

    static String file(String name) {
        try (InputStream file = Golden.class.getResourceAsStream("/report/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
