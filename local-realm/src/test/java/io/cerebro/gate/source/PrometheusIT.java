package io.cerebro.gate.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.gate.Contest;
import io.cerebro.gate.Counters;
import io.cerebro.gate.Evidence;
import io.cerebro.gate.Source;
import io.cerebro.gate.SourceException;
import io.cerebro.gate.Window;
import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import io.cerebro.realm.GateSettings;
import io.cerebro.realm.HttpAccess;
import io.cerebro.realm.PrometheusAccess;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Latencies;
import io.cerebro.traffic.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The counters of real scrapes by a real Prometheus. */
class PrometheusIT {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Contest CONTEST = new Contest(AppId.of("/shop/orders"), NOON);

    @TempDir
    private Path directory;

    private Exposed stable;
    private Exposed canary;
    private Prometheus prometheus;

    @BeforeEach
    void start() throws IOException {
        stable = new Exposed();
        canary = new Exposed();
        prometheus = new Prometheus(
                directory,
                Map.of(
                        "/shop/orders", List.of(stable.address()),
                        "/shop/orders-canary", List.of(canary.address())));
    }

    @AfterEach
    void stop() throws InterruptedException {
        prometheus.stop();
        stable.stop();
        canary.stop();
    }

    @Test
    void countsWhatInstancesHaveAnsweredAlsoAfterARestart() throws Exception {
        Source source = source("http_requests_total{app=\"${app}\",code=~\"5..\"}");
        stable.counts(1000, 3, 900);
        canary.counts(100, 0, 90);
        Map<String, Counters> first = await(source, series -> series.size() == 4);
        assertThat(first)
                .isEqualTo(Map.of(
                        stable("stable"), counters(new Tally(new Counts(1003, 3), Latencies.NONE), Tally.NONE),
                        canary("canary"), counters(Tally.NONE, new Tally(new Counts(100, 0), Latencies.NONE)),
                        stable("stable latency"), counters(new Tally(Counts.NONE, latencies(1003, 103, 0)), Tally.NONE),
                        canary("canary latency"), counters(Tally.NONE, new Tally(Counts.NONE, latencies(100, 10, 0)))));
        Window window = Window.open(NOON, first, Evidence.none(GateSettings.DEFAULT));

        stable.counts(2000, 5, 1800);
        canary.counts(20, 7, 0);
        Map<String, Counters> second = await(
                source,
                series -> series.containsValue(counters(Tally.of(new Counts(2005, 5)), Tally.NONE))
                        && series.containsValue(counters(Tally.NONE, Tally.of(new Counts(27, 7)))));
        window = window.advance(NOON.plusSeconds(30), second, Optional.of(NOON));
        assertThat(window.stable()).isEqualTo(new Counts(1002, 2));
        assertThat(window.canary()).isEqualTo(new Counts(27, 7));

        assertThatThrownBy(() -> source("http_requests_total{app=\"${app}\",}}").look(CONTEST))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("tried to GET " + prometheus.url() + "/api/v1/query but it said: ")
                .hasMessageContaining("parse error: unexpected")
                .hasMessageEndingWith("; that is the query 'errors' of Prometheus");
        assertThat(source("no_such_metric{app=\"${app}\"}").look(CONTEST)).hasSize(4);

        prometheus.stop();
        assertThatThrownBy(() -> source.look(CONTEST))
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to GET " + prometheus.url()
                        + "/api/v1/query but nothing accepts connections there; is it running?");
    }

    private Source source(String errors) {
        return SourceFactory.of(List.of(new PrometheusAccess(
                        "Prometheus",
                        new HttpAccess(prometheus.url(), Optional.empty(), Optional.empty()),
                        Duration.ofSeconds(30),
                        "instance",
                        new PrometheusAccess.Queries(
                                PrometheusAccess.query("http_requests_total{app=~\"${app}\"} # all of them"),
                                PrometheusAccess.query(errors),
                                Optional.of(PrometheusAccess.query(
                                        "http_request_duration_seconds_bucket{app=\"${app}\"}"))))))
                .get(0);
    }

    private String stable(String series) {
        return series + " instance=" + stable.address();
    }

    private String canary(String series) {
        return series + " instance=" + canary.address();
    }

    private static Counters counters(Tally stable, Tally canary) {
        return new Counters("", stable, canary);
    }

    private static Latencies latencies(long requests, long overTenth, long overOne) {
        return new Latencies(requests, List.of(0.1, 1.0), List.of(overTenth, overOne));
    }

    private Map<String, Counters> await(Source source, Predicate<Map<String, Counters>> so) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            prometheus.requireAlive();
            try {
                Map<String, Counters> series = source.look(CONTEST);
                if (so.test(series)) {
                    return series;
                }
            } catch (Unreachable starting) {
                assertThat(System.nanoTime()).as(starting.getMessage()).isLessThan(end);
            }
            assertThat(System.nanoTime()).as("Prometheus has not seen it").isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }
}
