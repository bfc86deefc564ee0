package io.jenkins.plugins.cerebro;

import io.cerebro.signatures.Archive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;

/** The packaged plugin: what lies in the {@code .hpi}, and in the jar of our own classes within it. */
final class Hpi {
    private static final Path FILE = Path.of("target/cerebro.hpi");
    private static final String JAR = "WEB-INF/lib/cerebro.jar";

    private Hpi() {}

    static Map<String, byte[]> files() {
        return Archive.files(FILE);
    }

    /** The classes, views and help texts. */
    static Map<String, byte[]> ours() {
        return Archive.files(files().get(JAR));
    }

    static Manifest manifest() throws IOException {
        return new Manifest(new ByteArrayInputStream(files().get("META-INF/MANIFEST.MF")));
    }

    static List<? extends Class<?>> classes() {
        return ours().keySet().stream()
                .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                .map(file -> load(file.replaceFirst("\\.class$", "").replace('/', '.')))
                .toList();
    }

    static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Hpi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("packaged, but not on the class path: " + name, e);
        }
    }
}
