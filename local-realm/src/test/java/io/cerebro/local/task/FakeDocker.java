package io.cerebro.local.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Answers like the docker command line, without containers. */
final class FakeDocker implements Docker {
    private static final String PREFIX = "cerebro-qa-";

    final List<Call> calls = new CopyOnWriteArrayList<>();
    final Semaphore starts = new Semaphore(Integer.MAX_VALUE);
    final AtomicInteger starting = new AtomicInteger();
    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final List<Consumer<String>> readers = new CopyOnWriteArrayList<>();
    private final List<Runnable> enders = new CopyOnWriteArrayList<>();
    private volatile boolean there = true;
    private volatile boolean answering = true;
    private volatile String refusal = "";
    private volatile boolean stumbling;
    private volatile boolean losing;

    void isNotThere() {
        there = false;
    }

    void answers(boolean answers) {
        answering = answers;
    }

    void refuses(String errors) {
        refusal = errors;
    }

    /** What is asked about one container ends with an exception that nobody declared. */
    void stumbles(boolean stumbles) {
        stumbling = stumbles;
    }

    void losesLogs() {
        losing = true;
    }

    /** As if it had died of itself; told only to those who follow. */
    void dies(String taskId, String state) {
        states.put(PREFIX + taskId, state);
        readers.forEach(reader -> reader.accept(
                "{\"Action\":\"die\",\"Actor\":{\"Attributes\":{\"cerebro.task\":\"%s\"}}}".formatted(taskId)));
    }

    void eventsEnd() {
        List<Runnable> ended = new ArrayList<>(enders);
        readers.clear();
        enders.clear();
        ended.forEach(Runnable::run);
    }

    int followers() {
        return readers.size();
    }

    List<String> containers() {
        return states.keySet().stream().sorted().toList();
    }

    @Override
    public Answer run(Call call) throws IOException, InterruptedException {
        if (!there) {
            throw new NoDocker();
        }
        calls.add(call);
        if (!answering) {
            throw new IOException("tried to run '" + call + "' but Docker did not answer within 30 s");
        }
        String name = call.words().get(call.words().size() - 1);
        return switch (call.words().get(0)) {
            case "run" -> start(call);
            case "ps" ->
                said(states.entrySet().stream()
                        .map(container -> container.getKey().substring(PREFIX.length())
                                + (container.getValue().isEmpty() ? " running" : " exited"))
                        .collect(Collectors.joining("\n")));
            case "inspect" -> inspect(name, call.words().get(2));
            case "kill" -> kill(name, call.words().get(1));
            case "rm" -> {
                call.words().forEach(states::remove);
                yield said("");
            }
            default -> throw new IllegalArgumentException(call.toString());
        };
    }

    private Answer start(Call call) throws InterruptedException {
        starting.incrementAndGet();
        try {
            starts.acquire();
        } finally {
            starting.decrementAndGet();
        }
        if (!refusal.isEmpty()) {
            return new Answer(125, "", refusal);
        }
        states.put(call.words().get(2).substring("--name=".length()), "");
        return said("0123456789ab");
    }

    private Answer inspect(String name, String format) {
        if (stumbling) {
            throw new IllegalStateException("stumbled over " + name);
        }
        String state = states.get(name);
        if (state == null) {
            return new Answer(1, "", "Error: No such container: " + name);
        }
        if (format.contains("StopSignal")) {
            return said("SIGQUIT");
        }
        return said(state.isEmpty() ? "{\"Running\":true}" : state);
    }

    private Answer kill(String name, String signal) {
        if (signal.equals("--signal=SIGKILL")) {
            dies(name.substring(PREFIX.length()), "{\"Running\":false,\"ExitCode\":137,\"OOMKilled\":false}");
        }
        return said("");
    }

    private static Answer said(String output) {
        return new Answer(0, output, "");
    }

    @Override
    public Answer logs(String container, Path stdout, Path stderr) throws IOException {
        if (losing) {
            throw new UncheckedIOException(new IOException("No space left on device"));
        }
        Files.writeString(stdout, "out of " + container);
        Files.writeString(stderr, "");
        return said("");
    }

    @Override
    public Feed follow(List<String> words, Consumer<String> reader, Runnable ended) throws IOException {
        if (!there) {
            throw new NoDocker();
        }
        readers.add(reader);
        enders.add(ended);
        return () -> readers.remove(reader);
    }
}
