package io.cerebro.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.http.Answer;
import io.cerebro.http.Ask;
import io.cerebro.http.Remote;
import io.cerebro.marathon.App;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Change;
import io.cerebro.marathon.HttpMarathon;
import io.cerebro.marathon.Marathon;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import okhttp3.Request;
import okhttp3.Response;

/** A group of our own in a Marathon that may be shared, and what is done there; all of it is removed in the end. */
final class Ground implements AutoCloseable {
    /** More than any agent has, so that it is never placed. */
    static final int TOO_MANY_CPUS = 1000;

    private static final ObjectMapper JSON = new ObjectMapper();

    final Remote remote;
    final Marathon marathon;
    private final String group =
            "/cerebro-contract-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<AppId> made = new ArrayList<>();

    Ground(Remote remote) {
        this.remote = remote;
        this.marathon = new HttpMarathon(remote);
    }

    /** A new id in the group. */
    AppId id(String name) {
        AppId id = AppId.of(group + "/" + name);
        made.add(id);
        return id;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(text, broken);
        }
    }

    static JsonNode body(Answer answer) {
        return json(answer.body());
    }

    /** A command that runs on and on, whoever runs it. */
    static AppDefinition sleeper(AppId id, int instances) {
        return AppDefinition.of(json("{\"id\":\"" + id + "\",\"cmd\":\"exec sleep 3600\",\"cpus\":0.01,\"mem\":32,"
                + "\"instances\":" + instances + "}"));
    }

    static AppDefinition tooBig(AppId id) {
        return with(sleeper(id, 1), "{\"cpus\":" + TOO_MANY_CPUS + "}");
    }

    /** With these fields instead. */
    static AppDefinition with(AppDefinition definition, String fields) {
        return AppDefinition.of(definition.json().setAll((ObjectNode) json(fields)));
    }

    Change.Accepted put(AppDefinition definition) {
        return accepted(marathon.put(definition));
    }

    static Change.Accepted accepted(Change change) {
        if (change instanceof Change.Accepted accepted) {
            return accepted;
        }
        throw new AssertionError("not accepted: " + change);
    }

    App app(AppId id) {
        return marathon.app(id).orElseThrow(() -> new AssertionError("there is no " + id));
    }

    App settled(AppId id) {
        Eventually.see(() -> marathon.app(id).filter(App::settled).isPresent(), id + " is settled");
        return app(id);
    }

    App live(AppId id, int instances) {
        put(sleeper(id, instances));
        return settled(id);
    }

    /** An update that cannot be placed: its deployment stays open. */
    String stuckUpdate(AppId id) {
        App live = app(id);
        return put(with(live.definition(), "{\"cpus\":" + TOO_MANY_CPUS + "}")).deploymentId();
    }

    boolean open(String deployment) {
        return marathon.deployments().stream().anyMatch(one -> one.id().equals(deployment));
    }

    /** One item of {@code GET /v2/deployments}, as it is. */
    JsonNode deployment(String id) {
        for (JsonNode item : body(remote.ask(Ask.get("/v2/deployments")))) {
            if (item.path("id").asText().equals(id)) {
                return item;
            }
        }
        throw new AssertionError("deployment " + id + " is not open");
    }

    /** What Cerebro itself never sends. */
    Request.Builder request(String path) {
        return remote.to(remote.url(0, Ask.get(path))).header("Accept", "application/json");
    }

    int status(Request.Builder request) throws IOException {
        try (Response response = remote.client().newCall(request.build()).execute()) {
            return response.code();
        }
    }

    Answer partial(AppId id, String fields) {
        return remote.ask(Ask.put("/v2/apps" + id, fields));
    }

    /** Removes the apps of a test. */
    void clear() {
        List<AppId> mine = List.copyOf(made);
        made.clear();
        for (AppId id : mine) {
            marathon.deleteOverOwnDeployment(id);
        }
        Eventually.see(
                () -> marathon.deployments().stream()
                        .noneMatch(open -> open.affectedApps().stream().anyMatch(mine::contains)),
                "no deployment is left of " + mine);
    }

    /** Removes the group too, where groups are more than the apps in them. */
    @Override
    public void close() {
        clear();
        remote.ask(Ask.delete("/v2/groups" + group).with("force", "true"));
        if (remote.ask(Ask.get("/v2/groups" + group)).status() != 404) {
            throw new AssertionError(group + " is still there");
        }
    }
}
