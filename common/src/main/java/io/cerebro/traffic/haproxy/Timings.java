package io.cerebro.traffic.haproxy;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Latencies;
import java.util.List;

/** How long one HAProxy saw a service's two apps take. */
record Timings(Latencies stable, Latencies canary) {
    private static final Timings NONE = new Timings(Latencies.NONE, Latencies.NONE);

    /** @param stats of the same HAProxy */
    static Timings ask(StatsSocket socket, Stats stats, AppId service) {
        return TimingTable.in(stats)
                .map(table -> {
                    List<String> answers = socket.ask(table.commands(service));
                    return new Timings(table.read(answers.get(0)), table.read(answers.get(1)));
                })
                .orElse(NONE);
    }
}
