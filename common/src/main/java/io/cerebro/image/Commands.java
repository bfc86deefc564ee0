package io.cerebro.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs a command where the sources are: on this machine, on a Jenkins agent, on a Bamboo agent.
 *
 * <p>Blocks until it ends, because a build is the one thing that a CI server runs on an executor anyway.
 */
public interface Commands {
    /**
     * @param output is given each line of standard output and standard error as it comes
     * @return the exit code
     * @throws java.io.UncheckedIOException if the command cannot be started
     * @throws InterruptedException after the command has been ended
     */
    int run(Command command, Consumer<String> output) throws InterruptedException;

    /**
     * @param environment added to what the machine has
     * @param input for standard input; a password goes here and nowhere else
     */
    record Command(List<String> words, Path directory, Map<String, String> environment, Optional<String> input) {
        public Command {
            words = List.copyOf(words);
            environment = Map.copyOf(environment);
        }

        /** The words alone: input and environment may hold secrets. */
        @Override
        public String toString() {
            return String.join(" ", words);
        }
    }
}
