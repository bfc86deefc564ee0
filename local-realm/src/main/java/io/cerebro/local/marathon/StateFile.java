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
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state on disk: one JSON file, replaced as a whole, so that it is never half written. */
final class StateFile {
    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
    private final Path file;
    private byte[] saved = {};

    private StateFile(Path file) {
        this.file = file;
    }

    /** @throws CannotStart when the directory cannot be made or written */
    static StateFile in(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "writable", ".tmp"));
        } catch (IOException e) {
            throw new CannotStart(
                    "tried to keep the local Marathon's state in " + directory + " but it cannot be written ("
                            + e.getClass().getSimpleName() + "): make it writable or choose another state directory",
                    e);
        }
        return new StateFile(directory.resolve("marathon.json"));
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
        if (Arrays.equals(bytes, saved)) {
            return;
        }
        try {
            replace(bytes);
            saved = bytes;
        } catch (IOException e) {
            LOG.error(
                    "Tried to save the state to {} but {}: free some disk space, or a restart will miss it",
                    file,
                    e.toString());
        }
    }

    private void replace(byte[] bytes) throws IOException {
        Path next = file.resolveSibling("marathon.json.next");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(false);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
