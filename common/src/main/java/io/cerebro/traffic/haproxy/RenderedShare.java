package io.cerebro.traffic.haproxy;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Share;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The share that a rendered configuration has, as told by the name of an empty backend that our templates render beside the
 * rules: {@code share_shop_cart_header_1000} is by header and 10 %, {@code share_shop_cart_plain_0} is off. Both come and
 * go with the same reload, so a running process cannot have one without the other.
 */
final class RenderedShare {
    private static final String PREFIX = "share_";
    private static final Pattern REST = Pattern.compile("_(header|plain)_(\\d{1,5})");

    private RenderedShare() {}

    /** Empty where no backend, or no sensible one, tells it. */
    static Optional<Share> of(Stats stats, AppId service) {
        String prefix = PREFIX + service.name();
        return stats.rows().stream()
                .filter(row -> row.isBackend() && row.proxy().startsWith(prefix))
                .map(row -> REST.matcher(row.proxy().substring(prefix.length())))
                .filter(Matcher::matches)
                .filter(rest -> Integer.parseInt(rest.group(2)) <= 10_000)
                .map(rest -> new Share(rest.group(1).equals("header"), Integer.parseInt(rest.group(2))))
                .findFirst();
    }
}
