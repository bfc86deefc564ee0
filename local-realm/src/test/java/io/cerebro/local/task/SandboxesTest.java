package io.cerebro.local.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.local.task.Runner.Stream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SandboxesTest {
    @TempDir
    Path directory;

    private Sandboxes sandboxes;

    @BeforeEach
    void open() {
        sandboxes = new Sandboxes(directory.resolve("sandbox"));
    }

    private void write(String taskId, byte[] log) throws Exception {
        sandboxes.create(taskId);
        Files.write(sandboxes.file(taskId, Stream.STDOUT), log);
    }

    @Test
    void keepsTheLogsOfTheLastFiftyEndedTasksAndOfThoseThatRun() throws Exception {
        write("running", new byte[] {1});
        for (int i = 0; i < 60; i++) {
            write("t" + i, new byte[] {1});
            sandboxes.ended("t" + i);
            FileTime order = FileTime.fromMillis(1_000_000L + i * 1000L);
            Files.setLastModifiedTime(sandboxes.of("t" + i).resolve(".ended"), order);
        }
        write("last", new byte[] {1});
        sandboxes.ended("last");

        assertThat(sandboxes.has("t10", Stream.STDOUT)).isFalse();
        assertThat(sandboxes.has("t11", Stream.STDOUT)).isTrue();
        assertThat(sandboxes.read("t9", Stream.STDOUT)).isEmpty();
        assertThat(sandboxes.read("last", Stream.STDOUT)).hasSize(1);
        assertThat(sandboxes.open()).containsExactly("running");
    }

    @Test
    void keepsTheEndOfALongLog() throws Exception {
        byte[] log = new byte[(int) Sandboxes.LARGEST_LOG + 4];
        Arrays.fill(log, (byte) 'x');
        System.arraycopy("end\n".getBytes(StandardCharsets.UTF_8), 0, log, log.length - 4, 4);
        write("t1", log);

        sandboxes.ended("t1");

        byte[] kept = sandboxes.read("t1", Stream.STDOUT);
        assertThat(kept).hasSize((int) Sandboxes.LARGEST_LOG / 2);
        assertThat(new String(kept, StandardCharsets.UTF_8)).endsWith("xend\n");
    }

    @Test
    void letsAWriterGoOnBehindTheEndThatWasKept() throws Exception {
        write("t1", new byte[0]);
        Path log = sandboxes.file("t1", Stream.STDOUT);
        try (OutputStream writer = Files.newOutputStream(log, StandardOpenOption.APPEND)) {
            writer.write(new byte[(int) Sandboxes.LARGEST_LOG + 1]);
            writer.write("before,".getBytes(StandardCharsets.UTF_8));

            sandboxes.shorten("t1", Stream.STDOUT);
            writer.write("after".getBytes(StandardCharsets.UTF_8));
        }

        byte[] kept = sandboxes.read("t1", Stream.STDOUT);
        assertThat(kept).hasSize((int) Sandboxes.LARGEST_LOG / 2 + 5);
        assertThat(new String(kept, StandardCharsets.UTF_8)).endsWith("\0before,after");
    }

    @Test
    void refusesAnIdThatLeadsElsewhere() {
        assertThatThrownBy(() -> sandboxes.read("../../etc", Stream.STDOUT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'../../etc' is not a task id");
    }
}
