package io.cerebro.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.http.Ask;
import io.cerebro.http.Remote;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A real Marathon, over HTTP. */
public final class HttpMarathon implements Marathon {
    private final Answers answers;

    public HttpMarathon(Remote remote) {
        this.answers = new Answers(remote);
    }

    @Override
    public Info info() {
        return answers.to(Ask.get("/v2/info"), HttpMarathon::readInfo);
    }

    @Override
    public Optional<App> app(AppId id) {
        return answers.found(Ask.get(path(id)).with("embed", "app.readiness"), AppReader::app);
    }

    @Override
    public List<App> apps(String labelSelector) {
        return answers.to(Ask.get("/v2/apps").with("label", labelSelector), AppReader::apps);
    }

    @Override
    public Change create(AppDefinition definition) {
        return answers.change(Ask.post("/v2/apps", Hazards.checked(definition)));
    }

    @Override
    public Change put(AppDefinition definition) {
        return answers.change(whole(definition));
    }

    @Override
    public Change putOverOwnDeployment(AppDefinition definition) {
        // A second one would cancel the deployment that the first one started, and have nothing left to do.
        return answers.change(whole(definition).with("force", "true").once());
    }

    @Override
    public Change scale(AppId id, int instances) {
        return answers.change(
                Ask.put(path(id), "{\"instances\":" + instances + "}").with("partialUpdate", "true"));
    }

    @Override
    public Change delete(AppId id) {
        return answers.change(Ask.delete(path(id)).with("force", "false"));
    }

    @Override
    public Change deleteOverOwnDeployment(AppId id) {
        return answers.change(Ask.delete(path(id)).with("force", "true"));
    }

    @Override
    public List<Deployment> deployments() {
        return answers.to(
                Ask.get("/v2/deployments"),
                body -> MarathonJson.stream(array(MarathonJson.tree(body)))
                        .map(HttpMarathon::deployment)
                        .toList());
    }

    @Override
    public List<QueueItem> queue() {
        return answers.to(
                Ask.get("/v2/queue"),
                body -> MarathonJson.stream(array(MarathonJson.tree(body).path("queue")))
                        .filter(item -> item.path("app").has("id"))
                        .map(HttpMarathon::queueItem)
                        .toList());
    }

    @Override
    public List<String> versions(AppId id) {
        return answers.found(
                        Ask.get(path(id) + "/versions"),
                        body -> MarathonJson.stream(
                                        array(MarathonJson.tree(body).path("versions")))
                                .map(JsonNode::asText)
                                .toList())
                .orElse(List.of());
    }

    @Override
    public Optional<AppDefinition> version(AppId id, String version) {
        Ask ask = Ask.get(path(id) + "/versions/" + checked(version));
        return answers.found(ask, body -> ReadOnly.removedFrom(MarathonJson.tree(body)));
    }

    private static Ask whole(AppDefinition definition) {
        return Ask.put(path(definition.id()), Hazards.checked(definition)).with("partialUpdate", "false");
    }

    private static String path(AppId id) {
        return "/v2/apps" + id.path();
    }

    private static String checked(String version) {
        try {
            Instant.parse(version);
            return version;
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(
                    "'" + version + "' is not the version of an app, such as 2026-11-23T00:43:22.706Z", malformed);
        }
    }

    private static Info readInfo(String body) throws IOException {
        JsonNode info = MarathonJson.tree(body);
        if (!info.path("version").isTextual()) {
            throw new IOException("it names no version");
        }
        JsonNode leader = info.path("leader");
        return new Info(
                info.path("name").asText(),
                info.path("version").textValue(),
                leader.isTextual() ? Optional.of(leader.textValue()) : Optional.empty());
    }

    private static JsonNode array(JsonNode json) throws IOException {
        if (!json.isArray()) {
            throw new IOException("it is not a list");
        }
        return json;
    }

    private static Deployment deployment(JsonNode json) {
        return new Deployment(
                json.path("id").asText(),
                Instant.parse(json.path("version").asText()),
                MarathonJson.stream(json.path("affectedApps"))
                        .map(id -> AppId.of(id.asText()))
                        .toList(),
                json.path("currentStep").asInt(),
                json.path("totalSteps").asInt());
    }

    private static QueueItem queueItem(JsonNode json) {
        JsonNode delay = json.path("delay");
        boolean overdue = delay.path("overdue").asBoolean();
        return new QueueItem(
                AppId.of(json.at("/app/id").asText()),
                json.path("count").asInt(),
                overdue
                        ? Duration.ZERO
                        : Duration.ofSeconds(delay.path("timeLeftSeconds").asLong()),
                MarathonJson.stream(json.at("/processedOffersSummary/rejectSummaryLastOffers"))
                        .map(HttpMarathon::rejection)
                        .toList());
    }

    private static QueueItem.Rejection rejection(JsonNode json) {
        return new QueueItem.Rejection(
                json.path("reason").asText(),
                json.path("declined").asInt(),
                json.path("processed").asInt());
    }
}
