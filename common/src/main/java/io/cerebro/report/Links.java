package io.cerebro.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.cerebro.marathon.AppId;
import io.cerebro.release.RealmConnection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where to read more: web pages by their labels, in the order in which they were given.
 *
 * @param urls of pages on the web, without user name and password
 */
public record Links(@JsonValue Map<String, String> urls) {
    public static final Links NONE = new Links(Map.of());

    @JsonCreator
    public Links {
        urls = Collections.unmodifiableMap(new LinkedHashMap<>(urls));
        urls.forEach(Links::check);
    }

    /** To the service's page in the realm's Marathon, if it is known where that is. */
    public static Links of(RealmConnection realm, AppId service) {
        return realm.marathonUrl()
                .map(marathon -> NONE.and(
                        service + " in Marathon",
                        marathon + "/ui/#/apps/" + service.path().replace("/", "%2F")))
                .orElse(NONE);
    }

    /** The one that was given last, by its label: that of whoever releases, where it has a page. */
    public Optional<Map.Entry<String, String>> last() {
        return urls.entrySet().stream().reduce((earlier, later) -> later);
    }

    public Links and(String label, String url) {
        Map<String, String> more = new LinkedHashMap<>(urls);
        more.put(label, url);
        return new Links(more);
    }

    private static void check(String label, String url) {
        if (!url.matches("(?i)https?://[^/@\\s]+(?:[/?#]\\S*)?")) {
            throw new IllegalArgumentException(
                    "the link '" + label + "' is not an http:// or https:// URL without a login"
                            + (url.contains("@") ? "" : ": '" + url + "'"));
        }
    }
}
