package io.cerebro.marathon;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * An absolute Marathon app id such as {@code /shop/cart}.
 *
 * <p>Marathon allows lower-case letters, digits, hyphens and dots in each segment. So no id can inject anything into a URL or
 * an HAProxy configuration, and an underscore can stand for the slash without a collision.
 */
public record AppId(String path) implements Comparable<AppId> {
    private static final String LABEL = "(?:[a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9])";
    private static final Pattern PATH = Pattern.compile("(?:/" + LABEL + "(?:\\." + LABEL + ")*)+");
    private static final String CANARY_SUFFIX = "-canary";

    public AppId {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("'" + path + "' is not a Marathon app id: it must be absolute, such as"
                    + " /shop/cart, with lower-case letters, digits, hyphens and dots in each part");
        }
    }

    /** Takes {@code orders} as {@code /orders}, as Marathon does. */
    @JsonCreator
    public static AppId of(String id) {
        return new AppId(id.startsWith("/") ? id : "/" + id);
    }

    /** The app that runs the new image beside this one. */
    public AppId canary() {
        return new AppId(path + CANARY_SUFFIX);
    }

    /** {@code shop_cart}: the name in HAProxy's backends and maps, and the prefix of Marathon's task ids. */
    public String name() {
        return path.substring(1).replace('/', '_');
    }

    @Override
    public int compareTo(AppId other) {
        return path.compareTo(other.path);
    }

    @JsonValue
    @Override
    public String toString() {
        return path;
    }
}
