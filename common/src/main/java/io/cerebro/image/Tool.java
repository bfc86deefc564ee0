package io.cerebro.image;

import io.cerebro.realm.Mask;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Runs the commands of one publication; what they print is masked, and without colours, before anybody sees it. */
record Tool(Commands commands, Path workspace, Map<String, String> environment, Mask mask) {
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*[A-Za-z]");

    Tool with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(more);
        return new Tool(commands, workspace, all, mask);
    }

    int run(List<String> words, Consumer<String> output) throws InterruptedException {
        return run(words, Optional.empty(), output);
    }

    int run(List<String> words, Optional<String> input, Consumer<String> output) throws InterruptedException {
        try {
            return commands.run(
                    new Commands.Command(words, workspace, environment, input), line -> output.accept(shown(line)));
        } catch (UncheckedIOException e) {
            throw new ImageException(cannotStart(words.get(0), e), e);
        }
    }

    private String shown(String line) {
        return mask.over(COLOUR.matcher(line).replaceAll(""));
    }

    private String cannotStart(String command, UncheckedIOException e) {
        if (e.getCause() instanceof NoSuchFileException) {
            return "tried to run " + command + " in " + workspace + " but there is no such directory";
        }
        String next = command.equals("docker")
                ? "install Docker's command line (Debian: docker.io) or put it on the PATH"
                : "put it on the PATH";
        return "tried to run " + command + " but it cannot be started here: " + next;
    }
}
