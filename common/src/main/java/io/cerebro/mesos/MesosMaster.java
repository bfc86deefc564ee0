package io.cerebro.mesos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerebro.http.Answer;
import io.cerebro.http.Ask;
import io.cerebro.http.Credentials;
import io.cerebro.http.Remote;
import io.cerebro.http.Timeouts;
import io.cerebro.http.Unreachable;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The masters of a Mesos cluster, of which the leader answers. */
public final class MesosMaster {
    private static final Timeouts SHORT =
            new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4));
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<Remote> masters;

    public MesosMaster(List<URI> urls) {
        this(urls, Credentials.none());
    }

    public MesosMaster(List<URI> urls, Credentials credentials) {
        this.masters = urls.stream()
                .map(url -> new Remote(List.of(url.toString()), credentials, SHORT))
                .toList();
    }

    /**
     * Those that take tasks.
     *
     * @throws Unreachable if no master answers with them; a follower sends elsewhere, and the next one is asked
     */
    public List<Agent> agents() {
        return ask(Ask.get("/slaves"), answer -> true)
                .path("slaves")
                .valueStream()
                .filter(slave -> slave.path("active").asBoolean(true))
                .map(Agent::of)
                .toList();
    }

    /**
     * What is in use of the whole cluster.
     *
     * @throws Unreachable if no master that leads answers
     */
    public Usage usage() {
        return Usage.of(ask(Ask.get("/metrics/snapshot"), Usage::led));
    }

    /**
     * Who holds what of the cluster; of frameworks that the login may not see nothing is told.
     *
     * @throws Unreachable if no master answers with it; a follower sends elsewhere, and the next one is asked
     */
    public Shares shares() {
        return Shares.of(ask(Ask.get("/state-summary"), answer -> true));
    }

    /**
     * The latest tasks of all frameworks, running or ended.
     *
     * @throws Unreachable if no master answers with them
     */
    public List<MesosTask> tasks() {
        Map<String, String> hosts = new HashMap<>();
        ask(Ask.get("/slaves"), answer -> true)
                .path("slaves")
                .forEach(slave -> hosts.put(
                        slave.path("id").asText(), slave.path("hostname").asText()));
        return ask(Ask.get("/tasks").with("order", "des").with("limit", "1000"), answer -> true)
                .path("tasks")
                .valueStream()
                .map(task -> new MesosTask(
                        task.path("id").asText(),
                        task.path("state").asText(),
                        hosts.getOrDefault(task.path("slave_id").asText(), "")))
                .toList();
    }

    private JsonNode ask(Ask ask, Predicate<JsonNode> good) {
        List<String> said = new ArrayList<>();
        for (Remote master : masters) {
            try {
                Answer answer = master.ask(ask);
                if (!answer.successful()) {
                    said.add("tried to " + answer.request() + " but it answered " + answer.status());
                    continue;
                }
                JsonNode json = json(answer);
                if (good.test(json)) {
                    return json;
                }
                said.add("tried to " + answer.request() + " but this master does not lead");
            } catch (Unreachable e) {
                said.add(String.valueOf(e.getMessage()));
            }
        }
        throw new Unreachable(String.join("; then ", said));
    }

    private static JsonNode json(Answer answer) {
        try {
            return MAPPER.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new Unreachable(
                    "tried to " + answer.request() + " but it answered with something that is no JSON", e);
        }
    }
}
