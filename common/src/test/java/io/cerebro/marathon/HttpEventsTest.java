package io.cerebro.marathon;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.http.Credentials;
import io.cerebro.http.Remote;
import io.cerebro.http.Timeouts;
import io.cerebro.http.Unreachable;
import io.cerebro.http.Whereabouts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpEventsTest {
    private static final Duration GRACE = Duration.ofMillis(77);
    private static final Duration SILENCE = Duration.ofSeconds(25);
    private static final AppId SSE = AppId.of("/sse");

    private final List<String> unannounced = Recorded.packets("events-unannounced");
    private final String head = unannounced.get(0);
    private final String attached = Recorded.packets("events").get(1);
    private final String update = unannounced.get(1);
    private final String success = unannounced.get(3);

    private final HeldThread thread = new HeldThread();
    private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
    private FrameServer marathon;
    private HttpEvents events;

    @BeforeEach
    void start() throws IOException {
        marathon = new FrameServer();
        events = follow(SILENCE, Credentials.basic("deployer", "s3cret"), marathon.url());
    }

    @AfterEach
    void stop() throws IOException {
        events.close();
        marathon.close();
    }

    @Test
    void asksForEventsAsMarathonWantsIt() throws Exception {
        assertThat(marathon.next().request())
                .startsWith("GET /v2/events?event_type=event_stream_attached&event_type=deployment_success"
                        + "&event_type=deployment_failed&event_type=deployment_step_success"
                        + "&event_type=deployment_step_failure&event_type=status_update_event"
                        + "&event_type=health_status_changed_event&event_type=failed_health_check_event"
                        + "&event_type=unhealthy_instance_kill_event&event_type=unhealthy_task_kill_event"
                        + "&event_type=app_terminated_event HTTP/1.1\r\n")
                .contains("\r\nAccept: text/event-stream\r\n")
                .contains("\r\nAuthorization: Basic ZGVwbG95ZXI6czNjcmV0\r\n");
    }

    @Test
    void tellsOfTheAttachmentOnceAndOfNoOtherClients() throws Exception {
        marathon.next().send(List.of(head, attached, attached, update, attached, success));

        assertThat(heard()).isEqualTo("event_stream_attached");
        assertThat(take().apps()).containsExactly(SSE);
        assertThat(take().type()).isEqualTo("deployment_success");
        assertThat(heard).isEmpty();
        assertThat(events.flowing()).isTrue();
        assertThat(events.trouble()).isEmpty();
    }

    @Test
    void hearsEventsThatComeByteByByteAndHeartbeatsInTwoPackets() throws Exception {
        marathon.next().sendSingly(List.of(head, attached, "\r", "\n", update, "\r", "\n", "\r\n", success));

        assertThat(heard()).isEqualTo("event_stream_attached");
        assertThat(heard()).isEqualTo("status_update_event");
        Event last = take();
        assertThat(last.type()).isEqualTo("deployment_success");
        assertThat(last.apps()).isEqualTo(Set.of(SSE));
        assertThat(last.data().path("id").asText()).isEqualTo("4b78db04-1d85-4d10-bf9b-00402a4e34f1");
    }

    @Test
    void tellsOfTheAttachmentBeforeTheFirstEventWhereMarathonDoesNot() throws Exception {
        marathon.next().send(unannounced);

        assertThat(heard()).isEqualTo("event_stream_attached");
        assertThat(heard()).isEqualTo("status_update_event");
        assertThat(heard()).isEqualTo("status_update_event");
        assertThat(heard()).isEqualTo("deployment_success");
    }

    @Test
    void tellsOfTheAttachmentAfterAWhileWhereMarathonSaysNothing() throws Exception {
        marathon.next().send(List.of(head));

        thread.run(thread.takeHeld(GRACE));

        assertThat(heard()).isEqualTo("event_stream_attached");
        assertThat(events.flowing()).isFalse();
    }

    @Test
    void comesBackWhenTheServerHasGoneAndTellsOfTheAttachmentAgain() throws Exception {
        marathon.next().send(Recorded.packets("events-leader-killed")).end();
        assertThat(heard()).isEqualTo("event_stream_attached");

        HeldThread.Held pause = thread.takeHeld(Duration.ofSeconds(1));
        assertThat(events.flowing()).isFalse();
        assertThat(events.trouble()).contains("tried to GET " + marathon.url() + "/v2/events but the stream ended");
        assertThat(marathon.idle()).isTrue();
        thread.run(pause);

        marathon.next().send(List.of(head, attached));
        assertThat(heard()).isEqualTo("event_stream_attached");
        assertThat(events.flowing()).isTrue();
        assertThat(events.trouble()).isEmpty();
    }

    @Test
    void waitsLongerAfterEachFailureAndShortlyAfterASuccess() throws Exception {
        marathon.next().end();
        thread.run(thread.takeHeld(Duration.ofSeconds(1)));
        marathon.next()
                .send(List.of("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"))
                .end();
        HeldThread.Held second = thread.takeHeld(Duration.ofSeconds(2));
        assertThat(events.trouble()).contains("tried to GET " + marathon.url() + "/v2/events but it answered 503");
        thread.run(second);
        marathon.next().send(List.of(head)).end();
        thread.run(thread.takeHeld(Duration.ofSeconds(4)));

        marathon.next().send(List.of(head, attached)).end();

        assertThat(thread.takeHeld(Duration.ofSeconds(1)).delay()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void saysThatThePasswordIsWrong() throws Exception {
        marathon.next().send(List.of("HTTP/1.1 401 Unauthorized\r\n", "Content-Length: 0\r\n", "\r\n"));

        thread.takeHeld(Duration.ofSeconds(1));

        assertThat(events.trouble())
                .contains("Marathon at " + marathon.url()
                        + " refused the user name and password (401); check the realm's credentials");
    }

    @Test
    void saysThatWhatAnswersIsNoEventStream() throws Exception {
        marathon.next().send(List.of("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n<hr>"));

        thread.takeHeld(Duration.ofSeconds(1));

        assertThat(events.trouble())
                .contains("tried to GET " + marathon.url() + "/v2/events but the answer is not an event stream");
    }

    @Test
    void followsAStandbyToTheLeaderWithoutGivingItTheCredentials() throws Exception {
        try (FrameServer leader = new FrameServer()) {
            marathon.next().send(standby(leader.url()));

            FrameServer.Connection connection = leader.next();
            connection.send(List.of(head, attached));

            assertThat(connection.request()).startsWith("GET /v2/events").doesNotContain("Authorization");
            assertThat(heard()).isEqualTo("event_stream_attached");
        }
    }

    @Test
    void saysWhyALeaderThatTheRealmDoesNotNameCannotBeHeard() throws Exception {
        try (FrameServer leader = new FrameServer()) {
            marathon.next().send(standby(leader.url())).end();
            leader.next().send(List.of("HTTP/1.1 401 Unauthorized", "\r\n", "Content-Length: 0", "\r\n\r\n"));

            thread.takeHeld(Duration.ofSeconds(1));

            assertThat(events.trouble())
                    .contains("tried to GET " + leader.url() + "/v2/events but it wants credentials (401), and only the"
                            + " realm's Marathon URLs get them; add it to them");
        }
    }

    @Test
    void givesTheCredentialsToALeaderThatTheRealmNames() throws Exception {
        try (FrameServer leader = new FrameServer();
                FrameServer standby = new FrameServer();
                HttpEvents both = follow(SILENCE, Credentials.bearer("s3cret"), standby.url(), leader.url())) {
            standby.next().send(standby(leader.url()));

            assertThat(leader.next().request()).contains("\r\nAuthorization: Bearer s3cret\r\n");
            assertThat(both.flowing()).isFalse();
        }
    }

    @Test
    void doesNotRunInCirclesBetweenStandbys() throws Exception {
        marathon.next().send(standby(marathon.url())).end();
        marathon.next().send(standby(marathon.url())).end();

        thread.takeHeld(Duration.ofSeconds(1));

        assertThat(marathon.idle()).isTrue();
        assertThat(events.trouble())
                .contains("tried to GET " + marathon.url() + "/v2/events but it redirects to " + marathon.url()
                        + "/v2/events (302); check the realm's Marathon URL");
    }

    @Test
    void triesTheNextAddressWhenOneIsGone() throws Exception {
        FrameServer gone = new FrameServer();
        gone.close();
        try (HttpEvents both = follow(SILENCE, Credentials.none(), gone.url(), marathon.url())) {
            marathon.next();

            HeldThread.Held pause = thread.takeHeld(Duration.ofSeconds(1));
            assertThat(both.trouble())
                    .contains("tried to GET " + gone.url()
                            + "/v2/events but nothing accepts connections there; is it running?");
            thread.run(pause);

            marathon.next().send(List.of(head, attached));
            assertThat(heard()).isEqualTo("event_stream_attached");
            assertThat(both.flowing()).isTrue();
        }
    }

    @Test
    void followsAMarathonThatHasMoved() throws Exception {
        try (FrameServer before = new FrameServer();
                FrameServer after = new FrameServer()) {
            Queue<String> registered = new ArrayDeque<>(List.of(before.url(), after.url()));
            Whereabouts whereabouts = Whereabouts.by(() -> List.of(registered.remove()));
            try (HttpEvents moving =
                    follow(new Remote(whereabouts, Credentials.bearer("s3cret"), Timeouts.DEFAULT), SILENCE)) {
                before.next().send(List.of(head, attached)).end();
                assertThat(heard()).isEqualTo("event_stream_attached");

                thread.run(thread.takeHeld(Duration.ofSeconds(1)));

                FrameServer.Connection connection = after.next().send(List.of(head, attached));
                assertThat(connection.request()).contains("\r\nAuthorization: Bearer s3cret\r\n");
                assertThat(heard()).isEqualTo("event_stream_attached");
                assertThat(moving.flowing()).isTrue();
            }
        }
    }

    @Test
    void goesOnLookingForAMarathonThatCannotBeFound() throws Exception {
        Queue<String> registered = new ArrayDeque<>();
        Whereabouts whereabouts = Whereabouts.by(() -> {
            if (registered.isEmpty()) {
                throw new Unreachable("tried to find Marathon but nobody knows");
            }
            return List.of(registered.remove());
        });
        try (HttpEvents lost = follow(new Remote(whereabouts, Credentials.none(), Timeouts.DEFAULT), SILENCE)) {
            marathon.next();
            HeldThread.Held pause = thread.takeHeld(Duration.ofSeconds(1));
            assertThat(lost.trouble()).contains("tried to find Marathon but nobody knows");
            registered.add(marathon.url());
            thread.run(pause);

            marathon.next().send(List.of(head, attached));
            assertThat(heard()).isEqualTo("event_stream_attached");
            assertThat(lost.trouble()).isEmpty();
        }
    }

    @Test
    void givesUpAStreamWithoutHeartbeats() throws Exception {
        try (FrameServer silent = new FrameServer();
                HttpEvents impatient = follow(Duration.ofSeconds(1), Credentials.none(), silent.url())) {
            FrameServer.Connection connection = silent.next().send(List.of(head, attached));
            assertThat(heard()).isEqualTo("event_stream_attached");

            thread.takeHeld(Duration.ofSeconds(1));

            assertThat(impatient.flowing()).isFalse();
            assertThat(impatient.trouble())
                    .contains("tried to GET " + silent.url()
                            + "/v2/events but nothing came any more, not even a heartbeat");
            assertThat(connection.left()).isTrue();
        }
    }

    @Test
    void keepsAStreamWithNothingButHeartbeats() throws Exception {
        ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
        try (FrameServer quiet = new FrameServer();
                HttpEvents patient = follow(Duration.ofSeconds(1), Credentials.none(), quiet.url())) {
            FrameServer.Connection connection = quiet.next().send(List.of(head, attached));
            assertThat(heard()).isEqualTo("event_stream_attached");

            for (int beat = 1; beat <= 15; beat++) {
                Object unused =
                        heart.schedule(() -> connection.send(List.of("\r", "\n")), beat * 100L, TimeUnit.MILLISECONDS);
            }
            Object unused = heart.schedule(() -> connection.send(List.of(update)), 1_600, TimeUnit.MILLISECONDS);

            assertThat(heard()).isEqualTo("status_update_event");
            assertThat(patient.flowing()).isTrue();
            assertThat(quiet.idle()).isTrue();
        } finally {
            heart.shutdownNow();
        }
    }

    @Test
    void goesOnWhenAListenerFails() throws Exception {
        events.listen(event -> {
            throw new IllegalStateException("a listener's own trouble");
        });
        BlockingQueue<Event> others = new LinkedBlockingQueue<>();
        events.listen(others::add);

        marathon.next().send(List.of(head, attached, update));

        assertThat(others.poll(30, TimeUnit.SECONDS)).isNotNull();
        assertThat(others.poll(30, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void tellsNothingToWhoNoLongerListens() throws Exception {
        BlockingQueue<Event> others = new LinkedBlockingQueue<>();
        events.listen(others::add).close();

        marathon.next().send(List.of(head, attached));

        assertThat(heard()).isEqualTo("event_stream_attached");
        assertThat(others).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenItIsClosed() throws Exception {
        FrameServer.Connection connection = marathon.next().send(List.of(head, attached));
        assertThat(heard()).isEqualTo("event_stream_attached");

        events.close();

        assertThat(connection.left()).isTrue();
        assertThat(thread.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(events.flowing()).isFalse();
    }

    @Test
    void runsOnDaemonThreadsThatEndWithIt() throws Exception {
        HttpEvents real = HttpEvents.connect(new Remote(List.of(marathon.url()), Credentials.none(), Timeouts.DEFAULT));
        marathon.next();
        marathon.next().send(List.of(head, attached));
        Thread loop = thread("cerebro events");
        Thread reader = thread("OkHttp " + marathon.url() + "/...");

        assertThat(loop.isDaemon()).isTrue();
        assertThat(reader.isDaemon()).isTrue();
        real.close();
        loop.join(5_000);
        assertThat(loop.isAlive()).isFalse();
    }

    private HttpEvents follow(Duration silence, Credentials credentials, String... urls) {
        return follow(new Remote(Arrays.asList(urls), credentials, Timeouts.DEFAULT), silence);
    }

    private HttpEvents follow(Remote remote, Duration silence) {
        HttpEvents following =
                new HttpEvents(remote, HttpEvents.ask(HttpEvents.USEFUL), new Pace(silence, GRACE, () -> 0), thread);
        following.listen(heard::add);
        following.start();
        return following;
    }

    private static List<String> standby(String leader) {
        return Recorded.packets("events-standby").stream()
                .map(packet -> packet.replace("http://127.0.0.1:8080", leader))
                .toList();
    }

    private String heard() throws InterruptedException {
        return take().type();
    }

    private Event take() throws InterruptedException {
        Event next = heard.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was heard within 30 s");
        }
        return next;
    }

    private static Thread thread(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
