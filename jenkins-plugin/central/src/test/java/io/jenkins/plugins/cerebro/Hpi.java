package io.jenkins.plugins.cerebro;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The packaged plugin: what lies in the {@code .hpi}, and in the jar of our own classes within it. */
final class Hpi {
    private static final Path FILE = Path.of("target/cerebro.hpi");
    private static final String JAR = "WEB-INF/lib/cerebro.jar";

    private Hpi() {}

    static Map<String, byte[]> files() {
        try (InputStream in = Files.newInputStream(FILE)) {
            return unzip(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classes, views and help texts. */
    static Map<String, byte[]> ours() {
        return unzip(new ByteArrayInputStream(files().get(JAR)));
    }

    static Map<String, byte[]> unzip(InputStream archive) {
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
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
