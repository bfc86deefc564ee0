package io.cerebro.gate.source;

import io.cerebro.gate.Contest;
import io.cerebro.realm.PrometheusAccess;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the questions of one look.
 *
 * @param text in PromQL
 */
record PrometheusQuery(Track track, Quantity quantity, String text) {
    /** What a query is of, by the name of its setting. */
    enum Quantity {
        REQUESTS("requests"),
        ERRORS("errors"),
        LATENCY("latency");

        private final String word;

        Quantity(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static List<PrometheusQuery> of(PrometheusAccess access, Contest contest) {
        List<String> instance = List.of(access.instance());
        PrometheusAccess.Queries queries = access.queries();
        List<PrometheusQuery> all = new ArrayList<>();
        for (Track track : Track.BOTH) {
            all.add(new PrometheusQuery(
                    track, Quantity.REQUESTS, PromQl.sum(PromQl.fill(queries.requests(), track, contest), instance)));
            all.add(new PrometheusQuery(
                    track, Quantity.ERRORS, PromQl.sum(PromQl.fill(queries.errors(), track, contest), instance)));
            queries.latency()
                    .ifPresent(latency -> all.add(new PrometheusQuery(
                            track,
                            Quantity.LATENCY,
                            PromQl.sum(
                                    PromQl.fill(latency, track, contest),
                                    List.of(access.instance(), Histogram.BOUND)))));
        }
        return all;
    }

    /** Such as {@code canary errors}. */
    String key() {
        return key(track, quantity);
    }

    static String key(Track track, Quantity quantity) {
        return track.word() + " " + quantity.word();
    }
}
