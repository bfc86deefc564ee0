package io.cerebro.traffic.haproxy;

import java.util.regex.Pattern;

/** The value of the header, or cookie, by which a request asks for the canary of one service. */
record HeaderValue(String text) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@/+=~-]{0,127}");

    HeaderValue {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' cannot be the value of the canary's header: it must start with"
                            + " a letter or digit and have at most 128 letters, digits and . _ : @ / + = ~ -");
        }
    }
}
