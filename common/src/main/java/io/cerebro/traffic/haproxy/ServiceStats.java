package io.cerebro.traffic.haproxy;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Server;
import java.util.List;
import java.util.stream.Stream;

/**
 * What HAProxy's statistics say of one service.
 *
 * <p>Counting, as measured on HAProxy 2.6. A server's row counts an answer in {@code hrsp_*} when it comes from the server,
 * and a request that ended there without one, once, in {@code econ} (not connected) or {@code eresp} (broken off or timed
 * out); neither moves when a retry or redispatch saved the request, while {@code stot} counts every attempt. So
 * {@code hrsp_* + econ + eresp} are requests, each counted on the server that decided its fate, and {@code 5xx + econ + eresp}
 * are those that failed. One exception: an answer that breaks off after its head is in both, one request more and one error.
 * A backend's row has the answers that HAProxy made itself (502, 503, 504) in {@code hrsp_5xx} already, so {@code econ} and
 * {@code eresp} must not be added there.
 *
 * <p>The canary is its own servers' rows: its backend's row has the requests, too, that the stable servers took over as
 * backups. Those count as stable. Interim answers (1xx) count nowhere.
 */
record ServiceStats(Stats stats, AppId service) {
    boolean known() {
        return stats.rows().stream().anyMatch(this::isStableBackend);
    }

    /** The servers that the service's backend has an instance in. */
    List<Server> stable() {
        return occupied(stats.servers(Backends.stable(service)).stream());
    }

    List<Server> canary() {
        return occupied(canaryServers().filter(row -> !row.isBackup()));
    }

    Counts stableCounts() {
        Counts own = stats.rows().stream()
                .filter(this::isStableBackend)
                .map(row -> new Counts(answers(row), row.number("hrsp_5xx")))
                .reduce(Counts.NONE, Counts::plus);
        return own.plus(sum(canaryServers().filter(StatRow::isBackup)));
    }

    Counts canaryCounts() {
        return sum(canaryServers().filter(row -> !row.isBackup()));
    }

    private Stream<StatRow> canaryServers() {
        return stats.servers(Backends.canary(service)).stream();
    }

    private boolean isStableBackend(StatRow row) {
        return row.isBackend() && row.proxy().equals(Backends.stable(service));
    }

    /** A server in maintenance with nothing under way is an empty slot. */
    private static List<Server> occupied(Stream<StatRow> rows) {
        return rows.filter(row -> !row.inMaintenance() || row.sessions() > 0)
                .map(StatRow::server)
                .toList();
    }

    private static Counts sum(Stream<StatRow> servers) {
        return servers.map(ServiceStats::counts).reduce(Counts.NONE, Counts::plus);
    }

    private static Counts counts(StatRow server) {
        long unanswered = server.number("econ") + server.number("eresp");
        return new Counts(answers(server) + unanswered, server.number("hrsp_5xx") + unanswered);
    }

    private static long answers(StatRow row) {
        return Stream.of("hrsp_2xx", "hrsp_3xx", "hrsp_4xx", "hrsp_5xx", "hrsp_other")
                .mapToLong(row::number)
                .sum();
    }
}
