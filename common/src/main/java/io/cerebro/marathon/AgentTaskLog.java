package io.cerebro.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.http.Answer;
import io.cerebro.http.Ask;
import io.cerebro.http.Credentials;
import io.cerebro.http.Remote;
import io.cerebro.http.Timeouts;
import io.cerebro.http.Unreachable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** Reads the sandbox of a task through its Mesos agent: {@code /state} says where it is, {@code /files/read} what is in it. */
public final class AgentTaskLog implements TaskLog {
    /** Where a Mesos agent listens if nobody said otherwise. */
    public static final int AGENT_PORT = 5051;

    private static final Timeouts SHORT =
            new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
    private static final long CHUNK = 32 * 1024;
    private static final int LONGEST_LINE = 500;

    private final int agentPort;

    public AgentTaskLog(int agentPort) {
        if (agentPort < 1 || agentPort > 65_535) {
            throw new IllegalArgumentException("a port is from 1 to 65535, not " + agentPort);
        }
        this.agentPort = agentPort;
    }

    @Override
    public List<String> tail(String host, String taskId, int lines) {
        try {
            Remote agent = agent(host);
            return sandbox(agent, taskId)
                    .map(directory -> last(lines, agent, directory))
                    .orElse(List.of());
        } catch (Unreachable | IllegalArgumentException noCourtesyToday) {
            return List.of();
        }
    }

    private Remote agent(String host) {
        String url = new HttpUrl.Builder()
                .scheme("http")
                .host(host)
                .port(agentPort)
                .build()
                .toString();
        return new Remote(List.of(url), Credentials.none(), SHORT);
    }

    /** What went wrong is mostly said on stderr; what is not filled by it is filled by stdout, before it. */
    private static List<String> last(int lines, Remote agent, String directory) {
        List<String> errors = last(lines, read(agent, directory + "/stderr"));
        if (errors.size() >= lines) {
            return errors;
        }
        List<String> both = new ArrayList<>(last(lines - errors.size(), read(agent, directory + "/stdout")));
        both.addAll(errors);
        return both;
    }

    private static Optional<String> sandbox(Remote agent, String taskId) {
        JsonNode state = get(agent, Ask.get("/state"));
        return Stream.of("frameworks", "completed_frameworks")
                .flatMap(kind -> MarathonJson.stream(state.path(kind)))
                .flatMap(AgentTaskLog::executors)
                .filter(executor -> runs(executor, taskId))
                .map(executor -> executor.path("directory"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst();
    }

    private static Stream<JsonNode> executors(JsonNode framework) {
        return Stream.of("executors", "completed_executors").flatMap(kind -> MarathonJson.stream(framework.path(kind)));
    }

    /** Marathon's apps have an executor each, named like the task. */
    private static boolean runs(JsonNode executor, String taskId) {
        return executor.path("id").asText().equals(taskId)
                || Stream.of("tasks", "completed_tasks")
                        .flatMap(kind -> MarathonJson.stream(executor.path(kind)))
                        .anyMatch(task -> task.path("id").asText().equals(taskId));
    }

    /** The end of a file, from the beginning of a line. */
    private static String read(Remote agent, String file) {
        Ask ask = Ask.get("/files/read").with("path", file);
        long size = get(agent, ask.with("offset", "-1")).path("offset").asLong();
        long start = Math.max(0, size - CHUNK);
        String text = get(agent, ask.with("offset", Long.toString(start)).with("length", Long.toString(CHUNK)))
                .path("data")
                .asText();
        return start == 0 ? text : text.substring(text.indexOf('\n') + 1);
    }

    private static JsonNode get(Remote agent, Ask ask) {
        Answer answer = agent.ask(ask);
        return MarathonJson.tree(answer.successful() ? answer.body() : "");
    }

    private static List<String> last(int lines, String text) {
        List<String> all = text.lines().map(AgentTaskLog::printable).toList();
        return all.subList(Math.max(0, all.size() - Math.max(0, lines)), all.size());
    }

    /** Without what would colour, move or clear the reader's terminal. */
    private static String printable(String line) {
        String plain = line.replaceAll("\u001B\\[[0-9;?]*[A-Za-z]", "").replaceAll("[\\p{Cntrl}&&[^\t]]", "");
        return plain.length() > LONGEST_LINE ? plain.substring(0, LONGEST_LINE) + " ..." : plain;
    }
}
