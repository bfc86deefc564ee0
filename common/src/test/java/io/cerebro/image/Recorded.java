package io.cerebro.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What docker printed when it was really asked: Docker Engine 20.10.24 with the clients 20.10.24 and 28.2.2. */
final class Recorded {
    private Recorded() {}

    static String output(String name) {
        try (InputStream stream = Recorded.class.getResourceAsStream(name + ".txt")) {
            if (stream == null) {
                throw new AssertionError("there is no recorded output " + name);
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
