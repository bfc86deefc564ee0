package io.cerebro.signatures;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What lies in a packaged plugin: contents by name, without directories. */
public final class Archive {
    private Archive() {}

    public static Map<String, byte[]> files(Path archive) {
        try (InputStream in = Files.newInputStream(archive)) {
            return files(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of an archive within another one. */
    public static Map<String, byte[]> files(byte[] archive) {
        return files(new ByteArrayInputStream(archive));
    }

    private static Map<String, byte[]> files(InputStream archive) {
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
}
