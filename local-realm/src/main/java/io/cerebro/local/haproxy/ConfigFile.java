package io.cerebro.local.haproxy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The rendered configuration on disk, which a reload or restart starts with; swapped in whole. */
final class ConfigFile {
    private final Path directory;
    private final Path file;

    ConfigFile(Path directory) {
        this.directory = directory;
        this.file = directory.resolve("haproxy.cfg");
    }

    /** Makes the directories, for this user only, and the maps where there are none. */
    void prepare(Path maps) {
        try {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(maps);
            for (String map : new String[] {"share.map", "header.map"}) {
                if (!Files.exists(maps.resolve(map))) {
                    Files.createFile(maps.resolve(map));
                }
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw failed("prepare " + directory, e);
        }
    }

    Path path() {
        return file;
    }

    Optional<String> read() {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw failed("read " + file, e);
        }
    }

    /** Beside the one in use, for HAProxy to check. */
    Path candidate(String text) {
        Path candidate = directory.resolve("haproxy.cfg.new");
        try {
            Files.writeString(candidate, text);
            return candidate;
        } catch (IOException e) {
            throw failed("write " + candidate, e);
        }
    }

    void write(String text) {
        Path candidate = candidate(text);
        try {
            Files.move(candidate, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed("write " + file, e);
        }
    }

    private static HaproxyException failed(String what, Exception e) {
        return new HaproxyException(
                "tried to " + what + " but " + e + ": check that the disk has room and this user may write there", e);
    }
}
