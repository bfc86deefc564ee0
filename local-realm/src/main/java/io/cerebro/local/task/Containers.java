package io.cerebro.local.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerebro.local.task.Docker.Answer;
import io.cerebro.local.task.Docker.Call;
import io.cerebro.local.task.Runner.Stream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One realm's containers in Docker, known by their labels. */
final class Containers {
    private static final Pattern REALM = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final Set<String> ALIVE = Set.of("running", "paused", "restarting");
    private static final Duration LONGEST_LIST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REMOVAL = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Docker docker;
    private final String realm;
    private final String home;

    /** @param home the realm's directory: two users of one Docker Engine may each have a realm of the same name */
    Containers(Docker docker, String realm, Path home) {
        if (!REALM.matcher(realm).matches()) {
            throw new IllegalArgumentException(
                    "'" + realm + "' cannot name a realm: use lower-case letters, digits and hyphens");
        }
        this.docker = docker;
        this.realm = realm;
        this.home = home.toAbsolutePath().normalize().toString();
    }

    /** How a container ended, or that it has not. */
    record Ending(boolean running, int exitCode, boolean outOfMemory) {}

    List<String> filters() {
        return List.of("--filter=label=cerebro.realm=" + realm, "--filter=label=cerebro.home=" + home);
    }

    Answer start(Launch launch) throws IOException, InterruptedException {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("cerebro.realm", realm);
        labels.put("cerebro.home", home);
        labels.put("cerebro.task", launch.taskId());
        return docker.run(DockerRun.call(launch, name(launch.taskId()), labels));
    }

    /** By task, whether it is alive. */
    Map<String, Boolean> list() throws IOException, InterruptedException {
        return list(LONGEST_LIST);
    }

    Map<String, Boolean> list(Duration limit) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("ps", "--all", "--format={{.Label \"cerebro.task\"}} {{.State}}"));
        words.addAll(filters());
        Map<String, Boolean> alive = new HashMap<>();
        for (String line : sure("list the containers of realm " + realm, words, limit)
                .output()
                .lines()
                .toList()) {
            String[] fields = line.strip().split(" ", 2);
            alive.put(fields[0], fields.length == 2 && ALIVE.contains(fields[1].toLowerCase(Locale.ROOT)));
        }
        return alive;
    }

    /** Empty if there is no such container. */
    Optional<Ending> ending(String taskId) throws IOException, InterruptedException {
        List<String> words = List.of("inspect", "--type=container", "--format={{json .State}}", name(taskId));
        Answer answer = docker.run(Call.of(words));
        if (answer.failed()) {
            return absent(answer, "look at the container of task " + taskId);
        }
        JsonNode state = JSON.readTree(answer.output());
        return Optional.of(new Ending(
                state.path("Running").asBoolean(),
                state.path("ExitCode").asInt(),
                state.path("OOMKilled").asBoolean()));
    }

    /** The signal that the image wants, as {@code docker stop} sends it; nothing if it does not run. */
    void stop(String taskId) throws IOException, InterruptedException {
        String format = "--format={{.Config.StopSignal}}";
        Answer answer = docker.run(Call.of("inspect", "--type=container", format, name(taskId)));
        String signal = answer.failed() ? "" : answer.output().strip();
        signal(taskId, signal.isEmpty() ? "SIGTERM" : signal);
    }

    void signal(String taskId, String signal) throws IOException, InterruptedException {
        Answer answer = docker.run(Call.of("kill", "--signal=" + signal, name(taskId)));
        if (answer.failed() && !answer.errors().contains("is not running")) {
            absent(answer, "stop the container of task " + taskId);
        }
    }

    /** Whole files at once, because somebody may read them meanwhile. */
    void copyLog(String taskId, Path stdout, Path stderr) throws IOException, InterruptedException {
        Path partOfStdout = stdout.resolveSibling(stdout.getFileName() + ".part");
        Path partOfStderr = stderr.resolveSibling(stderr.getFileName() + ".part");
        docker.logs(name(taskId), partOfStdout, partOfStderr);
        Files.move(partOfStdout, stdout, StandardCopyOption.REPLACE_EXISTING);
        Files.move(partOfStderr, stderr, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Empty if the container is gone. */
    Optional<byte[]> log(String taskId, Stream stream) throws IOException, InterruptedException {
        Path stdout = Files.createTempFile("cerebro-log", ".out");
        Path stderr = Files.createTempFile("cerebro-log", ".err");
        try {
            boolean there = !docker.logs(name(taskId), stdout, stderr).failed();
            return there
                    ? Optional.of(Files.readAllBytes(stream == Stream.STDOUT ? stdout : stderr))
                    : Optional.empty();
        } finally {
            Files.deleteIfExists(stdout);
            Files.deleteIfExists(stderr);
        }
    }

    /** With their anonymous volumes; running or not. Of those that are not there: nothing. */
    void remove(Collection<String> taskIds) throws IOException, InterruptedException {
        if (taskIds.isEmpty()) {
            return;
        }
        List<String> words = new ArrayList<>(List.of("rm", "--force", "--volumes"));
        taskIds.forEach(taskId -> words.add(name(taskId)));
        Answer answer = docker.run(new Call(words, Map.of(), "", Duration.ofMinutes(1)));
        if (answer.failed() && !answer.errors().contains("already in progress")) {
            absent(answer, "remove the containers of realm " + realm);
        }
    }

    /** Until there are none; Docker may be at removing some of them already. */
    void removeAll() throws IOException, InterruptedException {
        Instant start = Instant.now();
        Set<String> left = list().keySet();
        while (!left.isEmpty()) {
            remove(left);
            left = list().keySet();
            if (Instant.now().isAfter(start.plus(LONGEST_REMOVAL))) {
                throw new IOException("tried to remove the containers of realm " + realm + " but " + left.size()
                        + " were still there after " + LONGEST_REMOVAL.toSeconds() + " s: " + String.join(", ", left));
            }
        }
    }

    private String name(String taskId) {
        return "cerebro-" + realm + "-" + taskId;
    }

    private static <T> Optional<T> absent(Answer answer, String tried) throws IOException {
        if (answer.errors().toLowerCase(Locale.ROOT).contains("no such container")) {
            return Optional.empty();
        }
        throw new IOException("tried to " + tried + " but " + answer.lastLine());
    }

    private Answer sure(String tried, List<String> words, Duration limit) throws IOException, InterruptedException {
        Answer answer = docker.run(new Call(words, Map.of(), "", limit));
        if (answer.failed()) {
            throw new IOException("tried to " + tried + " but " + answer.lastLine());
        }
        return answer;
    }
}
