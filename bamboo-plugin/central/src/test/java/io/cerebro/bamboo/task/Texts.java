package io.cerebro.bamboo.task;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;

/** Right and wrong texts for every field; a field without them fails the tests. */
final class Texts {
    private static final Map<String, String[]> TEXTS = Map.ofEntries(
            text("realm", "prod", "Prod"),
            text("name", "shop/orders", "Shop"),
            text("tag", "v2", "-"),
            text("context", "app", "a\tb"),
            text("dockerfile", "docker/Dockerfile", "a\tb"),
            text("buildArgs", "A=1\nB=2", "A"),
            text("labels", "com.example.team=shop", "A"),
            text("cacheFrom", "127.0.0.1:5000/shop/orders:v1", "-"),
            text("target", "run", "-"),
            text("platform", "linux/amd64", "arm"),
            text("pull", "true", ""),
            text("noCache", "true", ""),
            text("file", "deploy/marathon.yaml", "a\tb"),
            text("definition", "", ""),
            text("image", "127.0.0.1:5000/shop/orders@sha256:abc", "a b"),
            text("variables", "A=1", "A"),
            text("healthyWithin", "10m", "10"),
            text("percent", "12.5", "0"),
            text("canaryInstances", "2", "0"),
            text("hold", "2h", "2"),
            text("maxErrorRate", "2 %", "101 %"),
            text("tolerance", "2", "0.5"),
            text("falseAlarms", "5 %", "0 %"),
            text("acceptedRatio", "3", "1"),
            text("acceptedErrorRate", "1 %", "100 %"),
            text("minErrors", "10", "0"),
            text("minRequests", "1000", "0"),
            text("latencyTolerance", "2", "0.9"),
            text("latencyAcceptedRatio", "4", "1"),
            text("latencyQuantile", "99 %", "100 %"),
            text("latencyWarmUp", "2m", "2"),
            text("taskFailures", "5", "0"),
            text("killedForMemory", "2", "0"),
            text("checks", "http://shop/orders/health https://shop/cart", "shop/orders"),
            text("onNotEnoughData", "rollback", "wait"),
            text("isolatedBake", "30s", "30"),
            text("partialBake", "5m", "5"),
            text("bake", "5m", "5"),
            text("goal", "deploy", "promote"),
            text("until", "isolated", "partial"),
            text("service", "/orders", "/Orders"),
            text("instances", "x2", "two"),
            text("duringRelease", "true", ""),
            text("action", "deploy", "start"),
            text("job", "orders-report", "orders report"),
            text("run", "true", ""),
            text("within", "10m", "soon"),
            text("onlyTasks", "", ""));

    private Texts() {}

    /** For every field that can be given beside the others. */
    static Map<String, String> right(TaskKind kind) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            String right = of(field)[0];
            if (!right.isEmpty()) {
                texts.put(field.key(), right);
            }
        }
        return texts;
    }

    static String wrong(Field field) {
        return of(field)[1];
    }

    /** What the field says to a text; TaskSettingsTest has the words. */
    static String complaint(Field field, String text) {
        try {
            field.check(text);
        } catch (IllegalArgumentException e) {
            return requireNonNull(e.getMessage());
        }
        throw new AssertionError(field.key() + " takes '" + text + "'");
    }

    private static String[] of(Field field) {
        return requireNonNull(TEXTS.get(field.key()), field.key() + " has no texts in the tests");
    }

    private static Map.Entry<String, String[]> text(String key, String right, String wrong) {
        return Map.entry(key, new String[] {right, wrong});
    }
}
