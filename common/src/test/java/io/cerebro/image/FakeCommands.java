package io.cerebro.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Answers commands by how their words begin, the last rule first, and remembers each. */
public final class FakeCommands implements Commands {
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final List<Command> ran = new ArrayList<>();

    /** What a command does. */
    @FunctionalInterface
    public interface Answer {
        int run(Command command, Consumer<String> output) throws InterruptedException;
    }

    public FakeCommands on(String beginning, Answer answer) {
        answers.put(beginning, answer);
        return this;
    }

    public FakeCommands on(String beginning, int exit, String output) {
        return on(beginning, (command, log) -> {
            output.lines().forEach(log);
            return exit;
        });
    }

    public List<Command> ran() {
        return List.copyOf(ran);
    }

    /** The first command that begins so. */
    public Command ran(String beginning) {
        return ran.stream()
                .filter(command -> command.toString().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("'" + beginning + "' did not run, but " + ran));
    }

    @Override
    public int run(Command command, Consumer<String> output) throws InterruptedException {
        ran.add(command);
        Answer found = null;
        for (Map.Entry<String, Answer> answer : answers.entrySet()) {
            if (command.toString().startsWith(answer.getKey())) {
                found = answer.getValue();
            }
        }
        if (found == null) {
            throw new AssertionError("nobody expected '" + command + "'");
        }
        return found.run(command, output);
    }
}
