package io.cerebro.local.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.local.task.Probe.Answer;
import io.cerebro.local.task.Probe.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class HttpChecksTest {
    private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
    private static final Answer OK = Answer.of(200, "OK", "fine");
    private static final Answer SICK = Answer.of(503, "Service Unavailable", "starting");

    private final ManualTimer timer = new ManualTimer();
    private final ScriptedProbe probe = new ScriptedProbe();
    private final HttpChecks checks = new HttpChecks(probe, timer, timer);
    private final List<HealthResult> health = new ArrayList<>();
    private final List<ReadinessResult> readiness = new ArrayList<>();

    HttpChecksTest() {
        checks.listen(new Checks.Listener() {
            @Override
            public void health(HealthResult result) {
                health.add(result);
            }

            @Override
            public void readiness(ReadinessResult result) {
                readiness.add(result);
            }
        });
    }

    /** Answers as it is told to, at once or when it is told to. */
    private static final class ScriptedProbe implements Probe {
        private final List<Question> asked = new ArrayList<>();
        private final List<Consumer<Answer>> open = new ArrayList<>();
        private Optional<Answer> answer = Optional.of(OK);

        @Override
        public void ask(Question question, Consumer<Answer> listener) {
            asked.add(question);
            answer.ifPresentOrElse(listener, () -> open.add(listener));
        }

        @Override
        public void close() {
            open.clear();
        }
    }

    private static Launch healthCheck(String fields) {
        return launch("\"healthChecks\": [{%s}]".formatted(fields));
    }

    private static Launch launch(String fields) {
        return Launches.launch("t1", """
                {"id": "/orders", %s, "container": {"docker": {"image": "orders"}, "portMappings": [
                  {"containerPort": 8080, "name": "http"}, {"containerPort": 8081, "name": "admin"}]}}
                """.formatted(fields), 33001, 33002);
    }

    private static final String ORDERS = """
            "protocol": "HTTP", "path": "/health", "portIndex": 0, "gracePeriodSeconds": 10, "intervalSeconds": 2,
            "timeoutSeconds": 3, "maxConsecutiveFailures": 3, "delaySeconds": 15
            """;

    @Test
    void asksThePathOnTheHostPortWithoutTheDelayThatIsMesosAlone() {
        checks.watch(healthCheck(ORDERS));

        timer.pass(Duration.ofMillis(999));
        assertThat(probe.asked).isEmpty();
        timer.pass(Duration.ofMillis(1));

        assertThat(probe.asked).hasSize(1);
        assertThat(probe.asked.get(0).url()).isEqualTo("http://127.0.0.21:33001/health");
        assertThat(probe.asked.get(0).timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(health)
                .containsExactly(new HealthResult(
                        "t1",
                        0,
                        true,
                        0,
                        Optional.of(START.plusSeconds(1)),
                        Optional.of(START.plusSeconds(1)),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void asksEveryInterval() {
        checks.watch(healthCheck(ORDERS));

        timer.passSeconds(9);

        assertThat(health)
                .extracting(result -> result.lastSuccess().orElseThrow())
                .containsExactly(
                        START.plusSeconds(1),
                        START.plusSeconds(3),
                        START.plusSeconds(5),
                        START.plusSeconds(7),
                        START.plusSeconds(9));
        assertThat(health).allMatch(result -> result.firstSuccess().equals(Optional.of(START.plusSeconds(1))));
    }

    @Test
    void ignoresFailuresInTheGracePeriodAndCountsThemAfterIt() {
        probe.answer = Optional.of(SICK);
        checks.watch(healthCheck(ORDERS));

        timer.passSeconds(10);
        assertThat(health).isEmpty();
        timer.passSeconds(4);

        assertThat(health).extracting(HealthResult::consecutiveFailures).containsExactly(1, 2);
        assertThat(health.get(0))
                .isEqualTo(new HealthResult(
                        "t1",
                        0,
                        false,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(START.plusSeconds(11)),
                        Optional.of("503 Service Unavailable")));
    }

    @Test
    void countsFailuresInTheGracePeriodOnceATaskHasBeenHealthy() {
        checks.watch(healthCheck(ORDERS));
        timer.passSeconds(2);

        probe.answer = Optional.of(Answer.none("ConnectException: Connection refused (127.0.0.21:33001)"));
        timer.passSeconds(2);

        assertThat(health).extracting(HealthResult::alive).containsExactly(true, false);
        assertThat(health.get(1).lastFailureCause())
                .contains("ConnectException: Connection refused (127.0.0.21:33001)");
        assertThat(health.get(1).firstSuccess()).contains(START.plusSeconds(1));
    }

    @Test
    void aSuccessEndsTheCountButKeepsTheLastCause() {
        checks.watch(healthCheck(ORDERS));
        timer.passSeconds(2);
        probe.answer = Optional.of(SICK);
        timer.passSeconds(2);
        probe.answer = Optional.of(Answer.of(302, "Found", ""));
        timer.passSeconds(2);

        assertThat(health.get(2))
                .isEqualTo(new HealthResult(
                        "t1",
                        0,
                        true,
                        0,
                        Optional.of(START.plusSeconds(1)),
                        Optional.of(START.plusSeconds(5)),
                        Optional.of(START.plusSeconds(3)),
                        Optional.of("503 Service Unavailable")));
    }

    @Test
    void waitsForAnAnswerBeforeItAsksAgain() {
        probe.answer = Optional.empty();
        checks.watch(healthCheck(ORDERS));
        timer.passSeconds(30);
        assertThat(probe.asked).hasSize(1);

        probe.open.remove(0).accept(OK);
        timer.pass(Duration.ZERO);

        assertThat(probe.asked).hasSize(2);
    }

    @Test
    void ignoresInformationalAnswersWhenToldTo() {
        probe.answer = Optional.of(Answer.of(101, "Switching Protocols", ""));
        checks.watch(healthCheck("\"gracePeriodSeconds\": 0, \"intervalSeconds\": 1, \"ignoreHttp1xx\": true"));
        timer.passSeconds(3);
        assertThat(health).isEmpty();

        checks.watch(healthCheck("\"gracePeriodSeconds\": 0, \"intervalSeconds\": 1"));
        timer.passSeconds(1);
        assertThat(health.get(0).lastFailureCause()).contains("101 Switching Protocols");
    }

    @Test
    void findsThePortByIndexByNumberAndInsideTheContainer() {
        checks.watch(launch("""
                        "healthChecks": [{"protocol": "TCP", "portIndex": 1}, {"protocol": "HTTPS", "port": 443, "path": "ok"},
                          {"protocol": "MESOS_HTTP", "port": 8081, "path": "/ok"}, {"protocol": "MESOS_TCP", "portIndex": 0}]
                        """));

        timer.passSeconds(1);

        assertThat(probe.asked)
                .extracting(Question::url)
                .containsExactly(
                        "tcp://127.0.0.21:33002/",
                        "https://127.0.0.21:443/ok",
                        "http://127.0.0.21:33002/ok",
                        "tcp://127.0.0.21:33001/");
        assertThat(health).extracting(HealthResult::check).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aCommandCheckFailsWithASentence() {
        checks.watch(healthCheck("\"protocol\": \"COMMAND\", \"gracePeriodSeconds\": 0"));

        timer.passSeconds(1);

        assertThat(health.get(0).lastFailureCause())
                .contains(
                        "a realm on one machine has no COMMAND health checks: use HTTP, HTTPS or TCP, or their MESOS_ kin,"
                                + " in the overlay for this realm");
        assertThat(probe.asked).isEmpty();
    }

    @Test
    void aCheckOfAPortThatThereIsNotFailsWithASentence() {
        checks.watch(healthCheck("\"portIndex\": 2, \"gracePeriodSeconds\": 0"));

        timer.passSeconds(1);

        assertThat(health.get(0).lastFailureCause())
                .contains("the health check asks port index 2 but the app has 2 ports");
    }

    @Test
    void tellsNothingOfAForgottenTask() {
        probe.answer = Optional.empty();
        checks.watch(healthCheck(ORDERS));
        timer.passSeconds(1);

        checks.forget("t1");
        probe.open.remove(0).accept(OK);
        timer.passSeconds(60);

        assertThat(health).isEmpty();
        assertThat(timer.waiting()).isZero();
    }

    @Test
    void asksForReadinessAtOnceAndUntilItIsReadyOnce() {
        probe.answer = Optional.of(SICK);
        checks.watch(launch("""
                        "readinessChecks": [{"name": "warm", "portName": "admin", "path": "/ready", "intervalSeconds": 5,
                          "httpStatusCodesForReady": [200, 204], "preserveLastResponse": true}]
                        """));
        timer.pass(Duration.ZERO);
        probe.answer = Optional.of(Answer.of(204, "No Content", ""));
        timer.passSeconds(60);

        assertThat(probe.asked)
                .extracting(Question::url)
                .containsExactly("http://127.0.0.21:33002/ready", "http://127.0.0.21:33002/ready");
        assertThat(readiness)
                .containsExactly(
                        new ReadinessResult(
                                "t1", "warm", false, Optional.of(new ReadinessResult.Answer(503, "", "starting"))),
                        new ReadinessResult("t1", "warm", true, Optional.of(new ReadinessResult.Answer(204, "", ""))));
    }

    @Test
    void keepsNoReadinessAnswerUnlessToldTo() {
        checks.watch(launch("\"readinessChecks\": [{\"portName\": \"http\"}]"));

        timer.pass(Duration.ZERO);

        assertThat(readiness).containsExactly(new ReadinessResult("t1", "readinessCheck", true, Optional.empty()));
    }

    @Test
    void saysWhyReadinessCouldNotBeAsked() {
        probe.answer = Optional.of(Answer.none("ConnectException: Connection refused (127.0.0.21:33001)"));
        checks.watch(launch("\"readinessChecks\": [{\"portName\": \"http\", \"preserveLastResponse\": true},"
                + " {\"portName\": \"nosuch\", \"preserveLastResponse\": true}]"));

        timer.pass(Duration.ZERO);

        assertThat(readiness)
                .extracting(result -> result.lastResponse().orElseThrow())
                .containsExactly(
                        new ReadinessResult.Answer(
                                504,
                                "text/plain",
                                "Marathon could not query http://127.0.0.21:33001/: ConnectException: Connection refused"
                                        + " (127.0.0.21:33001)"),
                        new ReadinessResult.Answer(
                                504, "text/plain", "Marathon could not query it: the app has no port named 'nosuch'"));
    }
}
