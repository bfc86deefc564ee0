package io.cerebro.realm;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Prometheus, or what answers like one.
 *
 * @param instance the label by which the instances of an app are told apart
 */
public record PrometheusAccess(String name, HttpAccess server, Duration every, String instance, Queries queries)
        implements SourceAccess {
    /** The label that Prometheus itself gives to all it scrapes. */
    public static final String INSTANCE = "instance";

    private static final Pattern LABEL = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern CHANGE = Pattern.compile("\\b(i?rate|increase|i?delta|deriv)\\s*\\(");

    /**
     * PromQL for counters, as they are.
     *
     * @param latency of a classic histogram's buckets
     */
    public record Queries(Template requests, Template errors, Optional<Template> latency) {}

    public PrometheusAccess {
        SourceAccess.requireName(name);
        SourceAccess.requireEvery(every);
        if (!LABEL.matcher(instance).matches() || instance.equals("le") || instance.equals("cerebro")) {
            throw new IllegalArgumentException("instance is a label such as instance or pod, not '" + instance + "'");
        }
    }

    /** @throws IllegalArgumentException for a query that says how fast a counter grows, or is the same for both apps */
    public static Template query(String text) {
        Matcher change = CHANGE.matcher(text);
        if (change.find()) {
            throw new IllegalArgumentException(
                    "the gate counts by itself: ask for the counter, without " + change.group(1) + "(...[5m])");
        }
        return new Template(text);
    }
}
