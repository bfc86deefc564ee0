package io.cerebro.realm;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a realm's images are.
 *
 * @param address host and, where it is not 443, port: {@code registry.example.com}, {@code 127.0.0.1:5000}
 */
public record Registry(String address, Optional<Login.Password> login) {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)(?:\\.[A-Za-z0-9-]+)*(?::[0-9]{1,5})?");

    public Registry {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException(
                    "a registry's address is its host and port, such as 127.0.0.1:5000, not '" + address + "'");
        }
    }

    /** The whole name of an image in it. */
    public String image(String name) {
        return address + "/" + name;
    }
}
