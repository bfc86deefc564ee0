package io.cerebro.realm;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The events of a New Relic account.
 *
 * @param url of its GraphQL API, NerdGraph
 * @param key of a user who may read that account
 */
public record NewRelicAccess(String name, URI url, int account, Secret key, Duration every, Events events)
        implements SourceAccess {
    /** How often it is asked where nothing is said: agents send their events every five seconds, or every minute. */
    public static final Duration EVERY = Duration.ofMinutes(1);

    private static final Pattern FROM = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(?:, ?[A-Za-z_][A-Za-z0-9_]*)*");

    /**
     * Which events are an app's requests, in NRQL.
     *
     * @param from their type
     * @param where they are the app's
     * @param errors which of them failed
     * @param bounds of their duration, in seconds, rising; none where they are not to be compared by it
     */
    public record Events(String from, Template where, String errors, List<Double> bounds) {
        /** What New Relic's agents send of each request. */
        public static final String TRANSACTION = "Transaction";

        /** As they mark those that failed. */
        public static final String ERRORS = "error IS true";

        public Events {
            if (!FROM.matcher(from).matches()) {
                throw new IllegalArgumentException("from is a type of events, such as Transaction, not '" + from + "'");
            }
            requireOneLine("where", where.text());
            requireOneLine("errors", errors);
            bounds = List.copyOf(bounds);
            double below = 0;
            for (double bound : bounds) {
                if (bound <= below) {
                    throw new IllegalArgumentException("the bounds of latency rise from above 0 on, not so " + bounds);
                }
                below = bound;
            }
        }

        private static void requireOneLine(String key, String condition) {
            if (condition.isBlank() || condition.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(key + " is one line, such as appName = 'orders'");
            }
        }
    }

    public NewRelicAccess {
        SourceAccess.requireName(name);
        SourceAccess.requireEvery(every);
    }
}
