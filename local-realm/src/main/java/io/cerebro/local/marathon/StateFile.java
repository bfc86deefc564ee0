package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state on disk: one JSON file, replaced as a whole, so that it is never half written. */
final class StateFile {
    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
    private static final Set<PosixFilePermission> FOR_THIS_USER = PosixFilePermissions.fromString("rw-------");
    private final Path file;
    private byte[] saved = {};

    /** What should be in the file but could not be written. */
    private Optional<byte[]> unsaved = Optional.empty();

    private StateFile(Path file) {
        this.file = file;
    }

    /**
     * For this user only, because an app's environment may hold secrets.
     *
     * @throws CannotStart when the directory cannot be made or written
     */
    static StateFile in(Path directory) {
        Path file = directory.resolve("marathon.json");
        try {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            if (Files.exists(file)) {
                Files.setPosixFilePermissions(file, FOR_THIS_USER);
            }
            Files.delete(Files.createTempFile(directory, "writable", ".tmp"));
        } catch (IOException e) {
            throw new CannotStart(
                    "tried to keep the local Marathon's state in " + directory + " but it cannot be written ("
                            + e.getClass().getSimpleName() + "): make it writable or choose another state directory",
                    e);
        }
        return new StateFile(file);
    }

    /** @throws CannotStart when the file is not what was written */
    Optional<JsonNode> load() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            saved = Files.readAllBytes(file);
            return Optional.of(Json.MAPPER.readTree(saved));
        } catch (IOException e) {
            throw new CannotStart(
                    "tried to read the local Marathon's state from " + file
                            + " but it is no JSON: remove the file to start with no apps",
                    e);
        }
    }

    void save(ObjectNode state) {
        byte[] bytes = Json.bytes(state);
        if (unsaved.isEmpty() && Arrays.equals(bytes, saved)) {
            return;
        }
        try {
            write(bytes);
        } catch (IOException e) {
            LOG.error(
                    "Tried to save the state to {} but {}: free some disk space, or a restart will miss it",
                    file,
                    e.toString());
        }
    }

    /**
     * Tries once more what could not be written.
     *
     * @throws Refusal when it still cannot: what a restart would forget must not be begun
     */
    void catchUp() {
        if (unsaved.isEmpty()) {
            return;
        }
        try {
            write(unsaved.get());
        } catch (IOException e) {
            throw Refusal.of(
                    503,
                    "the state cannot be saved in " + file.getParent() + " ("
                            + e.getClass().getSimpleName() + "): free disk space");
        }
    }

    private void write(byte[] bytes) throws IOException {
        unsaved = Optional.of(bytes);
        replace(bytes);
        saved = bytes;
        unsaved = Optional.empty();
    }

    private void replace(byte[] bytes) throws IOException {
        Path next = file.resolveSibling("marathon.json.next");
        Files.deleteIfExists(next);
        try (FileChannel channel = FileChannel.open(
                next,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(FOR_THIS_USER))) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(false);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
