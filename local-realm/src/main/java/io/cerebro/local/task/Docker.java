package io.cerebro.local.task;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The docker command line. */
interface Docker {
    /**
     * Runs to its end.
     *
     * @throws IOException if there is no such command, or it did not end in time
     * @throws InterruptedException after the command has been ended
     */
    Answer run(Call call) throws IOException, InterruptedException;

    /** {@code docker logs}: a container's two outputs into these two files. */
    Answer logs(String container, Path stdout, Path stderr) throws IOException, InterruptedException;

    /** Runs until it is closed or ends by itself, each line given to the reader. */
    Feed follow(List<String> words, Consumer<String> reader, Runnable ended) throws IOException;

    /**
     * Secrets go to the input or the environment: everybody on the machine can read the words of a command.
     *
     * @param environment added to the command's own
     */
    record Call(List<String> words, Map<String, String> environment, String input, Duration limit) {
        public Call {
            words = List.copyOf(words);
            environment = Map.copyOf(environment);
        }

        static Call of(String... words) {
            return of(List.of(words));
        }

        static Call of(List<String> words) {
            return new Call(words, Map.of(), "", Duration.ofSeconds(30));
        }

        @Override
        public String toString() {
            return "docker " + words.get(0);
        }
    }

    record Answer(int exitCode, String output, String errors) {
        private static final String HINT = "(?i)(see|run) 'docker .*--help'.*";

        boolean failed() {
            return exitCode != 0;
        }

        /** The last thing that docker said, without its hint to read the manual, and what to do if it is not running. */
        String lastLine() {
            String line = lastWords();
            return line.contains("Cannot connect to the Docker daemon")
                    ? line + " If not, " + NoDocker.HOW_TO_GET_IT
                    : line;
        }

        private String lastWords() {
            List<String> lines = errors.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.matches(HINT))
                    .toList();
            return lines.isEmpty()
                    ? "docker exited with status " + exitCode
                    : lines.get(lines.size() - 1).replaceFirst("^docker: ", "");
        }
    }

    interface Feed extends AutoCloseable {
        @Override
        void close();
    }
}
