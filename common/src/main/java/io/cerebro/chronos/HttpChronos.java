package io.cerebro.chronos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.http.Answer;
import io.cerebro.http.Ask;
import io.cerebro.http.Remote;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chronos over HTTP: 3.x below {@code /v1/scheduler}, 2.x below {@code /scheduler}; which one is found by asking.
 *
 * <p>Only what both have is used: neither a single job nor the summary can be asked of 2.x.
 */
public final class HttpChronos implements Chronos {
    private static final List<String> PREFIXES = List.of("/v1/scheduler", "/scheduler");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Remote remote;
    private volatile @Nullable String prefix;

    public HttpChronos(Remote remote) {
        this.remote = remote;
    }

    @Override
    public List<Job> jobs() {
        Answer answer = ask(Ask.get("/jobs"));
        JsonNode jobs = tree(answer.body());
        if (!jobs.isArray()) {
            throw notChronos(answer);
        }
        return jobs.valueStream()
                .filter(ObjectNode.class::isInstance)
                .map(job -> new Job((ObjectNode) job))
                .toList();
    }

    @Override
    public Optional<Job> job(String name) {
        JobDefinition.requireName(name);
        return jobs().stream().filter(job -> job.name().equals(name)).findFirst();
    }

    /** Of lines such as {@code node,orders-report,success,idle}. */
    @Override
    public String state(String name) {
        String node = "node," + JobDefinition.requireName(name) + ",";
        return ask(Ask.get("/graph/csv"))
                .body()
                .lines()
                .filter(line -> line.startsWith(node))
                .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
                .findFirst()
                .orElse("idle");
    }

    @Override
    public void put(JobDefinition job) {
        String kind = job.schedule().isPresent() ? "/iso8601" : "/dependency";
        ask(Ask.post(kind, job.json().toString()));
    }

    @Override
    public void run(String name) {
        ask(Ask.put("/job/" + JobDefinition.requireName(name), "{}").once());
    }

    @Override
    public void delete(String name) {
        kill(name);
        ask(Ask.delete("/job/" + JobDefinition.requireName(name)));
    }

    @Override
    public void kill(String name) {
        ask(Ask.delete("/task/kill/" + JobDefinition.requireName(name)));
    }

    private Answer ask(Ask ask) {
        Answer answer = remote.ask(below(prefix(), ask));
        if (!answer.successful()) {
            throw refused(answer);
        }
        return answer;
    }

    private static Ask below(String prefix, Ask ask) {
        return new Ask(ask.method(), prefix + ask.path(), ask.query(), ask.json(), ask.repeatable());
    }

    private String prefix() {
        String known = prefix;
        if (known != null) {
            return known;
        }
        for (String each : PREFIXES) {
            Answer answer = remote.ask(Ask.get(each + "/jobs"));
            if (answer.successful() && tree(answer.body()).isArray()) {
                prefix = each;
                return each;
            }
            if (answer.status() != 404 && !answer.successful()) {
                throw refused(answer);
            }
        }
        throw new ChronosException("tried to GET /v1/scheduler/jobs and /scheduler/jobs but found no Chronos at "
                + remote.url(0, Ask.get("/")).host() + ":"
                + remote.url(0, Ask.get("/")).port() + "; check chronos.urls of the realm");
    }

    private ChronosException refused(Answer answer) {
        String tried = "tried to " + answer.request() + " but ";
        if (answer.status() == 401) {
            return new ChronosException(tried
                    + remote.credentials()
                            .kind()
                            .map(kind -> "Chronos refused the " + kind + " (401); check the realm's chronos section")
                            .orElse("Chronos asks who is there (401); give the realm's chronos section a login"));
        }
        String words = words(answer.body());
        return new ChronosException(tried + "Chronos refused it (" + answer.status() + ")"
                + (words.isEmpty() ? " without saying why" : ": " + words));
    }

    private static ChronosException notChronos(Answer answer) {
        return new ChronosException("tried to " + answer.request() + " but the answer (" + answer.status()
                + ") is not one that Chronos gives; check chronos.urls of the realm");
    }

    /** Of the stack trace that Chronos answers with, the first line without the exception's name. */
    private static String words(String body) {
        String message = tree(body).path("message").asText();
        String first = message.lines().findFirst().orElse("").strip();
        return first.replaceFirst("^[\\w.$]+(?:Exception|Error): ", "").replaceFirst("^requirement failed: ", "");
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
