package io.cerebro.local.marathon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamTest {
    @TempDir
    Path directory;

    private TestRealm realm;

    @BeforeEach
    void start() {
        realm = new TestRealm(directory);
    }

    @AfterEach
    void stop() {
        realm.close();
    }

    private Socket open(String query) throws IOException {
        Socket socket = new RawHttp(realm.url()).connect();
        socket.getOutputStream()
                .write(("GET /v2/events" + query + " HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    @Test
    void framesEventsAsRecorded() throws IOException {
        try (Socket socket = open("")) {
            InputStream in = socket.getInputStream();
            RawHttp.Answer head = RawHttp.readHead(in);
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("Content-Type")).hasValue("text/event-stream;charset=utf-8");
            assertThat(head.header("Connection")).hasValue("close");
            assertThat(head.header("Transfer-Encoding")).isEmpty();
            String expected = "event: event_stream_attached\r\ndata: {\"remoteAddress\":\"127.0.0.1\","
                    + "\"eventType\":\"event_stream_attached\",\"timestamp\":\"2026-11-23T00:40:00.000Z\"}\r\n\r\n";
            assertThat(new String(in.readNBytes(expected.length()), StandardCharsets.UTF_8))
                    .isEqualTo(expected);
            realm.advance(10);
            assertThat(in.readNBytes(2)).containsExactly('\r', '\n');
        }
    }

    @Test
    void passesOnlyTheTypesThatAreAskedFor() throws IOException {
        try (Socket socket = open("?event_type=deployment_success&event_type=app_terminated_event")) {
            InputStream in = socket.getInputStream();
            RawHttp.readHead(in);
            attached();
            realm.put("/v2/apps/a", "{\"cmd\":\"sleep 1\"}");
            realm.advance(2);
            realm.send("DELETE", "/v2/apps/a", "");
            realm.advance(2);
            assertThat(List.of(type(in), type(in), type(in)))
                    .containsExactly("deployment_success", "app_terminated_event", "deployment_success");
        }
    }

    /** The stream is attached a moment after its head has been sent. */
    private void attached() {
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (realm.time.call(() -> realm.eventTypes().noneMatch("event_stream_attached"::equals))) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static String type(InputStream in) throws IOException {
        String type = RawHttp.line(in);
        RawHttp.line(in);
        RawHttp.line(in);
        return type.replace("event: ", "");
    }

    @Test
    void aCommaListMatchesNothing() throws IOException {
        try (Socket socket = open("?event_type=deployment_success,event_stream_attached")) {
            InputStream in = socket.getInputStream();
            RawHttp.readHead(in);
            attached();
            realm.put("/v2/apps/a", "{\"cmd\":\"sleep 1\"}");
            realm.advance(10);
            assertThat(in.readNBytes(2)).containsExactly('\r', '\n');
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/json, text/event-stream"})
    void answersOnlyWhoAsksForExactlyAStream(String accept) {
        RawHttp.Answer answer = new RawHttp(realm.url()).send("GET", "/v2/events", Map.of("Accept", accept), "");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.body().length > 0).isEqualTo(accept.equals("*/*"));
    }

    @Test
    void refusesAPostAndKnowsNoTrailingSlash() {
        RawHttp http = new RawHttp(realm.url());
        assertThat(http.send("POST", "/v2/events", Map.of("Accept", "text/event-stream"), "")
                        .status())
                .isEqualTo(405);
        RawHttp.Answer slash = http.send("GET", "/v2/events/", Map.of("Accept", "text/event-stream"), "");
        assertThat(slash.status()).isEqualTo(500);
        assertThat(slash.text()).isEqualTo("{\"message\":\"URI not found\"}");
        assertThat(http.send("HEAD", "/v2/events", Map.of("Accept", "text/event-stream"), "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void dropsTheStreamAndSaysSoWhenItsClientHasGone() throws IOException {
        try (Socket socket = open("")) {
            RawHttp.readHead(socket.getInputStream());
            attached();
        }
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (realm.time.call(() -> realm.eventTypes().noneMatch("event_stream_detached"::equals))) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            realm.advance(10);
            Thread.onSpinWait();
        }
    }

    @Test
    void everyEventHasTheRecordedFields() {
        String app =
                "{'instances':2,'container':{'type':'DOCKER','docker':{'image':'%s'}},'networks':[{'mode':'container/bridge'}],"
                        + "'healthChecks':[{'protocol':'HTTP','gracePeriodSeconds':1,'intervalSeconds':1,'maxConsecutiveFailures':1}]}";
        realm.put("/v2/apps/a", app.formatted("good").replace('\'', '"'));
        realm.advance(5);
        realm.put("/v2/apps/a", app.formatted("sick").replace('\'', '"'));
        realm.advance(10);
        realm.put("/v2/apps/a", app.formatted("other").replace('\'', '"'));
        realm.send("DELETE", "/v2/apps/a", "");
        realm.advance(10);
        JsonNode catalogue = Transcript.json(Transcript.text("events-catalogue.json"));
        Set<String> seen = new TreeSet<>();
        for (String event : realm.events) {
            String type = event.substring(0, event.indexOf(' '));
            seen.add(type);
            Set<String> fields = fields(Transcript.json(event.substring(event.indexOf(' ') + 1)));
            assertThat(keysets(catalogue.path(type))).as(event).contains(fields);
        }
        assertThat(seen)
                .contains(
                        "add_health_check_event",
                        "api_post_event",
                        "app_terminated_event",
                        "deployment_failed",
                        "deployment_info",
                        "deployment_step_success",
                        "deployment_success",
                        "failed_health_check_event",
                        "group_change_failed",
                        "group_change_success",
                        "health_status_changed_event",
                        "instance_changed_event",
                        "instance_health_changed_event",
                        "remove_health_check_event",
                        "status_update_event",
                        "unhealthy_instance_kill_event",
                        "unknown_instance_terminated_event");
    }

    private static List<Set<String>> keysets(JsonNode type) {
        return StreamSupport.stream(
                        ((Iterable<String>) () -> type.path("keysets").fieldNames()).spliterator(), false)
                .<Set<String>>map(keys -> new TreeSet<>(List.of(keys.split(","))))
                .toList();
    }

    private static Set<String> fields(JsonNode data) {
        Set<String> names = new TreeSet<>();
        data.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
