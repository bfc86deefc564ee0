package io.cerebro.image;

import java.util.regex.Pattern;

/**
 * An image's name with its registry, without tag or digest: {@code 127.0.0.1:5000/shop/orders}.
 *
 * <p>The registry is always named: without it an image would go to the public one.
 *
 * @param registry host and port
 * @param path in the registry
 */
public record ImageName(String registry, String path) {
    private static final Pattern REGISTRY = Pattern.compile(
            "localhost(?::[0-9]{1,5})?|[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?::[0-9]{1,5})?|[A-Za-z0-9-]+:[0-9]{1,5}");
    private static final String PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private static final Pattern PATH = Pattern.compile(PART + "(?:/" + PART + ")*");

    public ImageName {
        if (!REGISTRY.matcher(registry).matches() || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(wrong(registry + "/" + path));
        }
    }

    public static ImageName of(String name) {
        int slash = name.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(wrong(name));
        }
        return new ImageName(name.substring(0, slash), name.substring(slash + 1));
    }

    private static String wrong(String name) {
        return "'" + name
                + "' is not an image's name: it begins with its registry and has lower-case letters, digits, '.',"
                + " '_' and '-' after it, such as 127.0.0.1:5000/shop/orders, and no tag";
    }

    @Override
    public String toString() {
        return registry + "/" + path;
    }
}
