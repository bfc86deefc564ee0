package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.local.task.Runner.Stream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A Mesos agent's {@code /files}: what tasks have written, piece by piece. */
final class AgentFiles {
    /** Sixteen pages of memory, as Mesos has it. */
    private static final int MOST = 16 * 4096;

    private final Core core;
    private final Neighbours neighbours;

    AgentFiles(Core core, Neighbours neighbours) {
        this.core = core;
        this.neighbours = neighbours;
    }

    ArrayNode browse(Call call) {
        String path = path(call);
        Sandbox sandbox = known(path).filter(place -> place.stream().isEmpty()).orElseThrow(AgentFiles::notFound);
        ArrayNode files = Json.array();
        for (Stream stream : Stream.values()) {
            files.addObject()
                    .put("gid", "root")
                    .put("mode", "-rw-r--r--")
                    .put("mtime", (double) core.turns.clock().instant().getEpochSecond())
                    .put("nlink", 1)
                    .put(
                            "path",
                            path.replaceFirst("/$", "") + "/" + stream.name().toLowerCase(Locale.ROOT))
                    .put("size", log(sandbox, stream).length)
                    .put("uid", "root");
        }
        return files;
    }

    /** An offset of -1, or one past the end, asks how much there is. */
    ObjectNode read(Call call) {
        byte[] log = file(call);
        int offset = number(call, "offset");
        int length = number(call, "length");
        if (offset < 0 || offset >= log.length) {
            return Json.object().put("data", "").put("offset", log.length);
        }
        int end = Math.min(log.length, offset + Math.min(length < 0 ? MOST : length, MOST));
        byte[] piece = Arrays.copyOfRange(log, offset, wholeCharacters(log, offset, end));
        return Json.object()
                .put("data", new String(piece, StandardCharsets.UTF_8))
                .put("offset", offset);
    }

    /** Cuts no character in two: its bytes would be lost in JSON. */
    private static int wholeCharacters(byte[] log, int offset, int end) {
        int cut = end;
        while (cut < log.length && cut > offset && (log[cut] & 0xC0) == 0x80) {
            cut--;
        }
        return cut == offset ? end : cut;
    }

    Reply download(Call call) {
        return new Reply(200, Optional.of("application/octet-stream"), file(call), Map.of());
    }

    private byte[] file(Call call) {
        Sandbox sandbox = known(path(call)).orElseThrow(AgentFiles::notFound);
        Stream stream = sandbox.stream().orElseThrow(() -> Refusal.of(400, "Cannot read a directory."));
        return log(sandbox, stream);
    }

    private byte[] log(Sandbox sandbox, Stream stream) {
        return neighbours
                .log(sandbox.taskId(), stream)
                .orElseGet(() -> core.seams.runner().log(sandbox.taskId(), stream));
    }

    private Optional<Sandbox> known(String path) {
        return Sandbox.at(path)
                .filter(sandbox ->
                        neighbours.know(sandbox.taskId()) || core.turns.look(() -> exists(sandbox.taskId())));
    }

    private boolean exists(String taskId) {
        return core.books.instances().ofTask(taskId).isPresent()
                || core.tasks.ended.all().stream().anyMatch(task -> task.id().equals(taskId));
    }

    private static String path(Call call) {
        return call.parameter("path").orElseThrow(() -> Refusal.of(400, "Expecting 'path=value' in query."));
    }

    private static int number(Call call, String name) {
        String text = call.parameter(name).orElse("-1");
        if (!text.matches("-?\\d{1,9}")) {
            throw Refusal.of(400, "Failed to parse " + name + ": '" + text + "' is not a number.");
        }
        return Integer.parseInt(text);
    }

    private static Refusal notFound() {
        return Refusal.of(404, "Not Found");
    }
}
