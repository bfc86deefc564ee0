package io.cerebro.traffic.haproxy;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Latencies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stick table in which a HAProxy that runs with one of our templates counts, by backend, how long its answers took. Its name tells the
 * bounds in milliseconds: {@code slower_ms_10_100_1000}. {@code gpc0} of a key are the answers, {@code gpc1} those that took longer than
 * the first bound, and so on. The time is from the request's last header to the answer's, as HAProxy's clock has it: in the queue, for
 * the connection, with retries, and in the server. Answers that HAProxy makes itself are not in it.
 *
 * @param bounds in seconds
 */
record TimingTable(String name, List<Double> bounds) {
    private static final Pattern NAME = Pattern.compile("slower_ms((?:_[1-9][0-9]{0,6}){1,99})");
    private static final Pattern COUNTER = Pattern.compile("gpc([0-9]+)=([0-9]+)");

    /** Empty where there is none: then nobody times answers there. */
    static Optional<TimingTable> in(Stats stats) {
        return stats.rows().stream()
                .filter(StatRow::isBackend)
                .map(row -> NAME.matcher(row.proxy()))
                .filter(Matcher::matches)
                .map(name -> new TimingTable(name.group(), bounds(name.group(1))))
                .findFirst();
    }

    private static List<Double> bounds(String millis) {
        return Arrays.stream(millis.substring(1).split("_"))
                .map(bound -> Integer.parseInt(bound) / 1000.0)
                .toList();
    }

    /** What asks for a service's stable app, and for its canary. */
    List<String> commands(AppId service) {
        return List.of(show(Backends.stable(service)), show(Backends.canary(service)));
    }

    private String show(String backend) {
        return "show table " + name + " key " + backend;
    }

    /**
     * An answer to one of {@link #commands}: none of anything where the key is not there yet. Nothing is known where the table is not as
     * it should be, where this socket may not see it, or where one of its counters, of 32 bits, has begun again from 0.
     */
    Latencies read(String answer) {
        if (answer.isBlank()) {
            return new Latencies(0, bounds, Collections.nCopies(bounds.size(), 0L));
        }
        List<Long> counters = new ArrayList<>();
        Matcher counter = COUNTER.matcher(answer);
        while (counter.find() && Integer.parseInt(counter.group(1)) == counters.size()) {
            counters.add(Long.parseLong(counter.group(2)));
        }
        if (counters.size() <= bounds.size()) {
            return Latencies.NONE;
        }
        try {
            return new Latencies(counters.get(0), bounds, counters.subList(1, bounds.size() + 1));
        } catch (IllegalArgumentException notPossible) {
            return Latencies.NONE;
        }
    }
}
