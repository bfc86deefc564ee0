package io.cerebro.realm;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Anything that tells an app's counters as JSON.
 *
 * @param server without path
 * @param path and query, in which the app is filled in, encoded
 */
public record JsonAccess(String name, HttpAccess server, Template path, Duration every, Pointers pointers)
        implements SourceAccess {
    private static final Pattern URL = Pattern.compile("(https?://[^/?#$]+)(/[^#\\s]*)");

    /**
     * Where in a document the counters are, each as an RFC 6901 pointer.
     *
     * @param slower those that took longer than a bound, in seconds
     * @param epoch of what is another text, or number, when the counters have started again
     */
    public record Pointers(
            JsonPointer requests,
            JsonPointer errors,
            SortedMap<Double, JsonPointer> slower,
            Optional<JsonPointer> epoch) {
        public Pointers {
            slower = Collections.unmodifiableSortedMap(new TreeMap<>(slower));
        }

        /** @throws IllegalArgumentException if it is none */
        public static JsonPointer pointer(String text) {
            if (!text.startsWith("/")) {
                throw new IllegalArgumentException("a JSON pointer is like /stats/requests, not '" + text + "'");
            }
            if (text.contains("${")) {
                throw new IllegalArgumentException("a JSON pointer has no variables, unlike '" + text
                        + "': stable and canary have documents of their own, which the url tells apart");
            }
            return JsonPointer.compile(text);
        }
    }

    /** A URL of which only path and query differ from app to app. */
    public record Url(URI server, Template path) {
        /** @throws IllegalArgumentException if it is none, holds a password, or is the same for stable and canary */
        public static Url of(String text) {
            Matcher url = URL.matcher(text);
            if (!url.matches() || url.group(1).contains("@")) {
                throw new IllegalArgumentException(
                        "a URL is like http://stats.example.com/apps/${name}, without user name"
                                + " and password, and without variables before its path");
            }
            return new Url(RouterAccess.url(url.group(1)), new Template(url.group(2)));
        }
    }

    public JsonAccess {
        SourceAccess.requireName(name);
        SourceAccess.requireEvery(every);
    }
}
