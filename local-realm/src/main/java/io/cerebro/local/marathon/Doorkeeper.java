package io.cerebro.local.marathon;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Basic authentication, as strict as Marathon's: nothing at all is answered without it. */
final class Doorkeeper {
    private final Optional<BasicCredentials> credentials;

    Doorkeeper(Optional<BasicCredentials> credentials) {
        this.credentials = credentials;
    }

    /** Marathon stumbles over what is no Base64. */
    enum Verdict {
        WELCOME,
        UNKNOWN,
        GARBLED
    }

    Verdict judge(Optional<String> authorization) {
        if (credentials.isEmpty()) {
            return Verdict.WELCOME;
        }
        String header = authorization.orElse("");
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Verdict.UNKNOWN;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(header.substring(6).trim());
            boolean known = credentials.get().match(new String(decoded, StandardCharsets.UTF_8));
            return known ? Verdict.WELCOME : Verdict.UNKNOWN;
        } catch (IllegalArgumentException e) {
            return Verdict.GARBLED;
        }
    }
}
