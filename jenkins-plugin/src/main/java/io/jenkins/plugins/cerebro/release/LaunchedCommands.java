package io.jenkins.plugins.cerebro.release;

import hudson.FilePath;
import hudson.Launcher;
import io.cerebro.image.Commands;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Runs commands by a Jenkins launcher, where its workspace is. An interrupt ends them. */
final class LaunchedCommands implements Commands {
    private final Launcher launcher;
    private final FilePath workspace;

    LaunchedCommands(Launcher launcher, FilePath workspace) {
        this.launcher = launcher;
        this.workspace = workspace;
    }

    @Override
    public int run(Command command, Consumer<String> output) throws InterruptedException {
        InputStream input = new ByteArrayInputStream(command.input().orElse("").getBytes(StandardCharsets.UTF_8));
        try (LineStream lines = new LineStream(output)) {
            return launcher.launch()
                    .cmds(command.words())
                    .pwd(workspace.child(command.directory().toString()))
                    .envs(command.environment())
                    .quiet(true)
                    .stdin(input)
                    .stdout(lines)
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives on each line once it is whole. */
    private static final class LineStream extends OutputStream {
        private final Consumer<String> output;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        LineStream(Consumer<String> output) {
            this.output = output;
        }

        @Override
        public synchronized void write(int character) {
            if (character == '\n') {
                tell();
            } else if (character != '\r') {
                line.write(character);
            }
        }

        private void tell() {
            output.accept(line.toString(StandardCharsets.UTF_8));
            line.reset();
        }

        @Override
        public synchronized void close() {
            if (line.size() > 0) {
                tell();
            }
        }
    }
}
