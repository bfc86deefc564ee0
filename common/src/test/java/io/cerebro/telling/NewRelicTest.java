package io.cerebro.telling;

import static io.cerebro.release.Drive.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerebro.realm.Audience;
import io.cerebro.realm.NewRelicSettings;
import io.cerebro.realm.Secret;
import io.cerebro.release.Goal;
import io.cerebro.report.ReleaseReport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The answers have the shapes that NerdGraph's public documentation and clients show. */
class NewRelicTest {
    private static final String KEY = "NRAK-0123456789ABCDEF";
    private static final String CREATED = """
            {"data": {"changeTrackingCreateEvent": {"changeTrackingEvent": {"changeTrackingId": "9d6f2c1e-7a"},
             "messages": []}}}""";

    private final Told told = new Told();
    private final MockWebServer nerdGraph = new MockWebServer();
    private final List<String> trouble = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        nerdGraph.start();
    }

    @AfterEach
    void stop() throws IOException {
        nerdGraph.shutdown();
    }

    private NewRelicSettings settings(String application) {
        return new NewRelicSettings(nerdGraph.url("/graphql").uri(), Secret.of(KEY), application);
    }

    private void tell(NewRelicSettings settings, List<ReleaseReport> reports) {
        try (Telling telling = Telling.to(Audience.NOBODY.and(settings), reports.get(0), trouble::add)) {
            reports.forEach(telling::looked);
        }
    }

    private List<JsonNode> events() throws Exception {
        List<JsonNode> events = new ArrayList<>();
        while (events.size() < nerdGraph.getRequestCount()) {
            RecordedRequest request = nerdGraph.takeRequest();
            assertThat(request.getRequestLine()).isEqualTo("POST /graphql HTTP/1.1");
            assertThat(request.getHeader("API-Key")).isEqualTo(KEY);
            assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
            JsonNode body = new ObjectMapper().readTree(request.getBody().readUtf8());
            assertThat(body.path("query").asText())
                    .startsWith("mutation($event: ChangeTrackingEventInput!) {")
                    .contains("changeTrackingCreateEvent(changeTrackingEvent: $event)");
            events.add(body.at("/variables/event"));
        }
        return events;
    }

    private void answering(String body, int times) {
        for (int i = 0; i < times; i++) {
            nerdGraph.enqueue(new MockResponse().setBody(body));
        }
    }

    @Test
    void marksEachStageThatBeginsToServe() throws Exception {
        answering(CREATED, 3);
        tell(settings("shop {service} ({realm})"), told.reports(orders("v2"), Goal.RELEASE));

        List<JsonNode> events = events();
        assertThat(events)
                .extracting(event -> event.path("description").asText())
                .containsExactly("canary isolated", "canary partial", "done: /orders is live, 3 instances serve it");
        assertThat(events)
                .extracting(event -> event.at("/categoryAndTypeData/kind/type").asText())
                .containsExactly("Canary", "Canary", "Basic");
        JsonNode last = events.get(2);
        assertThat(last.at("/categoryAndTypeData/kind/category").asText()).isEqualTo("Deployment");
        assertThat(last.at("/categoryAndTypeData/categoryFields/deployment").toString())
                .isEqualTo("{\"version\":\"registry/orders:v2\",\"commit\":\"4f2c1aa\","
                        + "\"deepLink\":\"https://jenkins.example.com/job/shop/7/\"}");
        assertThat(last.at("/entitySearch/query").asText())
                .isEqualTo("name = 'shop orders (prod)' AND domain = 'APM' AND type = 'APPLICATION'");
        assertThat(last.path("user").asText()).isEqualTo("ann");
        assertThat(last.path("shortDescription").asText())
                .isEqualTo("/orders in prod, done: /orders is live, 3 instances serve it");
        assertThat(last.path("timestamp").asLong())
                .isGreaterThan(events.get(0).path("timestamp").asLong());
        assertThat(events)
                .extracting(event -> event.path("groupId").asText())
                .containsOnly(events.get(0).path("groupId").asText());
        assertThat(trouble).isEmpty();
    }

    @Test
    void marksTheWayBackAndFindsAnApplicationByItsGuid() throws Exception {
        answering(CREATED, 3);
        told.drive.router.canaryErrorRate(0.3);
        tell(settings("MXxBUE18QVBQTElDQVRJT058NDI="), told.reports(orders("v3"), Goal.RELEASE));

        List<JsonNode> events = events();
        assertThat(events).hasSize(3);
        assertThat(events.get(2).path("description").asText())
                .startsWith("rolled back: canary partial failed its gate: ");
        assertThat(events.get(2).at("/entitySearch/query").asText()).isEqualTo("id = 'MXxBUE18QVBQTElDQVRJT058NDI='");
    }

    @Test
    void marksNothingWhereNothingHasChanged() throws Exception {
        tell(settings("{service}"), told.reports(orders("v2"), Goal.PROMOTE));

        assertThat(events()).isEmpty();
    }

    @Test
    void saysOnceWhatNerdGraphDoesNotLike() throws Exception {
        answering("""
                {"data": {"changeTrackingCreateEvent": null}, "errors": [{"message": "No entity for key NRAK-0123456789ABCDEF \\nwas found"}]}""", 3);
        tell(settings("{service}"), told.reports(orders("v2"), Goal.RELEASE));

        assertThat(trouble)
                .containsExactly("tried to tell New Relic at " + nerdGraph.getHostName()
                        + " but it said: No entity for key **** was found; the release goes on");
    }

    @Test
    void goesOnWithoutNewRelic() throws Exception {
        URI away = nerdGraph.url("/graphql").uri();
        nerdGraph.enqueue(new MockResponse().setResponseCode(403));
        nerdGraph.enqueue(new MockResponse().setBody("<html>"));
        nerdGraph.enqueue(new MockResponse().setBody("{}"));
        for (int i = 0; i < 3; i++) {
            tell(settings("{service}"), told.reports(orders("v2"), Goal.DEPLOY));
            told.drive.live(orders("v1"));
        }
        nerdGraph.shutdown();
        tell(new NewRelicSettings(away, Secret.of(KEY), "{service}"), told.reports(orders("v2"), Goal.DEPLOY));
        Path nowhere = Path.of("/nowhere/key");
        tell(new NewRelicSettings(away, Secret.file(nowhere), "{service}"), told.reports(orders("v1"), Goal.DEPLOY));

        String told = "tried to tell New Relic at " + away.getHost() + " but ";
        assertThat(trouble)
                .containsExactly(
                        told + "it answered 403; the release goes on",
                        told + "it answered with something that is no JSON; the release goes on",
                        told + "it said: no marker was made, and not why; the release goes on",
                        told + "nothing accepts connections there; is it running?; the release goes on",
                        told + "a secret is missing: there is no file /nowhere/key; the release goes on");
        assertThat(String.join("", trouble)).doesNotContain(KEY);
    }

    @Test
    void refusesAnApplicationThatIsNoName() {
        assertThatThrownBy(() -> settings("o' OR true"))
                .hasMessage(
                        "application must be a name, such as 'shop {service}', or a GUID, without quotes and backslashes");
        assertThatThrownBy(() -> new NewRelicSettings(URI.create("https://me:pw@h/"), Secret.of(KEY), "a"))
                .hasMessageStartingWith("url must be one of NerdGraph, such as https://api.newrelic.com/graphql");
    }
}
