package io.cerebro.gate.source;

import io.cerebro.gate.Contest;
import io.cerebro.realm.NewRelicAccess;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Writes NRQL.
 *
 * @param until from the contest's beginning on; later events are not counted
 */
record Nrql(NewRelicAccess.Events events, Contest contest, Instant until) {
    static final String REQUESTS = "requests";
    static final String ERRORS = "errors";

    /** The name of how many took longer than the i-th bound. */
    static String slower(int i) {
        return "slower" + i;
    }

    /** Users' conditions are in brackets, so that no clause of theirs becomes one of the query's. */
    String of(Track track) {
        StringBuilder query = new StringBuilder("SELECT count(*) AS '" + REQUESTS + "', ")
                .append(count(events.errors()))
                .append(" AS '" + ERRORS + "'");
        List<Double> bounds = events.bounds();
        for (int i = 0; i < bounds.size(); i++) {
            query.append(", ")
                    .append(count(
                            "duration > " + BigDecimal.valueOf(bounds.get(i)).toPlainString()))
                    .append(" AS '" + slower(i) + "'");
        }
        return query.append(" FROM ")
                .append(events.from())
                .append(" WHERE (")
                .append(events.where().fill(name -> track.value(contest, name)))
                .append(") SINCE ")
                .append(contest.since().toEpochMilli())
                .append(" UNTIL ")
                .append(until.toEpochMilli())
                .toString();
    }

    private static String count(String condition) {
        return "filter(count(*), WHERE (" + condition + "))";
    }
}
