package io.cerebro.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One request, before it is known which address answers it.
 *
 * @param path from the base URL, such as {@code /v2/apps/orders}; its special characters are encoded when it is sent
 * @param json the body
 * @param repeatable whether asking twice is the same as asking once
 */
public record Ask(String method, String path, List<Parameter> query, Optional<String> json, boolean repeatable) {
    /** One {@code name=value} of the query; encoded when it is sent. */
    public record Parameter(String name, String value) {}

    public Ask {
        if (!path.startsWith("/") || (path + "/").contains("/../") || (path + "/").contains("/./")) {
            throw new IllegalArgumentException("'" + path + "' is not a path from the root");
        }
        if (json.isEmpty() == (method.equals("PUT") || method.equals("POST"))) {
            throw new IllegalArgumentException("PUT and POST have a body, others have none; this is a " + method);
        }
        query = List.copyOf(query);
    }

    public static Ask get(String path) {
        return new Ask("GET", path, List.of(), Optional.empty(), true);
    }

    public static Ask delete(String path) {
        return new Ask("DELETE", path, List.of(), Optional.empty(), true);
    }

    public static Ask post(String path, String json) {
        return new Ask("POST", path, List.of(), Optional.of(json), false);
    }

    public static Ask put(String path, String json) {
        return new Ask("PUT", path, List.of(), Optional.of(json), true);
    }

    public Ask with(String name, String value) {
        List<Parameter> longer = new ArrayList<>(query);
        longer.add(new Parameter(name, value));
        return new Ask(method, path, longer, json, repeatable);
    }

    /** The same, never sent again where it may have arrived. */
    public Ask once() {
        return new Ask(method, path, query, json, false);
    }

    byte[] bytes() {
        return json.orElse("").getBytes(StandardCharsets.UTF_8);
    }
}
