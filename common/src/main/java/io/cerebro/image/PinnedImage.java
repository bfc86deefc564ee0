package io.cerebro.image;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * An image that can never become another one: {@code 127.0.0.1:5000/shop/orders@sha256:…}.
 *
 * @param digest as the registry answered it
 */
public record PinnedImage(ImageName name, String digest) {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    public PinnedImage {
        if (!DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException(
                    "a digest is 'sha256:' and 64 lower-case hexadecimal digits, not '" + digest + "'");
        }
    }

    @JsonCreator
    public static PinnedImage of(String reference) {
        int at = reference.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("'" + reference
                    + "' is not pinned: give the image by its digest, such as 127.0.0.1:5000/shop/orders@sha256:…");
        }
        return new PinnedImage(ImageName.of(reference.substring(0, at)), reference.substring(at + 1));
    }

    /** What a container's {@code image} field is given. */
    @JsonValue
    @Override
    public String toString() {
        return name + "@" + digest;
    }
}
