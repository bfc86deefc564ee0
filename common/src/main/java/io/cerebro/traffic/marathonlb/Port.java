package io.cerebro.traffic.marathonlb;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.traffic.RouterException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One of an app's service ports, and what its labels {@code HAPROXY_1_…} say of it.
 *
 * @param index from 0, as in the labels
 * @param number the service port, which is a part of its backend's name
 */
record Port(AppDefinition app, int index, int number) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?");
    private static final Pattern PATHS = Pattern.compile("(?:-i )?/[A-Za-z0-9/._~-]*(?: /[A-Za-z0-9/._~-]*)*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

    /** In the order of the labels' numbers. */
    static List<Port> of(AppDefinition app) {
        List<Integer> numbers = numbers(app.json());
        return IntStream.range(0, numbers.size())
                .mapToObj(i -> new Port(app, i, named(app, i).orElse(numbers.get(i))))
                .toList();
    }

    private static Optional<Integer> named(AppDefinition app, int index) {
        return app.label("HAPROXY_" + index + "_PORT")
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Integer::valueOf);
    }

    /** marathon-lb takes those of the container first. */
    private static List<Integer> numbers(JsonNode app) {
        return Stream.of(
                        numbers(app.at("/container/portMappings"), "servicePort"),
                        numbers(app.at("/container/docker/portMappings"), "servicePort"),
                        numbers(app.path("portDefinitions"), "port"),
                        app.path("ports").valueStream().map(JsonNode::asInt).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Integer> numbers(JsonNode ports, String field) {
        return ports.valueStream()
                .filter(port -> port.has(field))
                .map(port -> port.get(field).asInt())
                .toList();
    }

    /** {@code HAPROXY_0_VHOST}. */
    String key(String name) {
        return "HAPROXY_" + index + "_" + name;
    }

    Optional<String> label(String name) {
        return app.label(key(name));
    }

    /** Whether requests come to it by a host name, which is where a share can be had. */
    boolean hosted() {
        return label("VHOST").isPresent()
                && label("MODE").map(mode -> mode.equalsIgnoreCase("http")).orElse(true);
    }

    List<String> hosts() {
        List<String> hosts = Arrays.stream(label("VHOST").orElse("").split(","))
                .map(String::strip)
                .toList();
        hosts.forEach(host -> require(HOST, host, "VHOST", "host names with a comma between them"));
        return hosts;
    }

    /** As {@code path_beg} takes it: {@code /api}, or {@code -i /api /rest}. */
    Optional<String> path() {
        return label("PATH").map(path -> require(PATHS, path, "PATH", "a path such as /api"));
    }

    /** The place of its rules among those of all apps: higher ones come first. */
    int weight() {
        int given = label("BACKEND_WEIGHT")
                .map(text -> Integer.parseInt(require(NUMBER, text, "BACKEND_WEIGHT", "a whole number")))
                .orElse(0);
        return given == 0 && path().isPresent() ? 1 : given;
    }

    private String require(Pattern pattern, String value, String name, String what) {
        if (!pattern.matcher(value).matches()) {
            throw new RouterException(app.id() + " has '" + value.replaceAll("\\p{Cntrl}", "?") + "' in its label "
                    + key(name) + ", which Cerebro does not copy into HAProxy's configuration: it takes " + what);
        }
        return value;
    }
}
