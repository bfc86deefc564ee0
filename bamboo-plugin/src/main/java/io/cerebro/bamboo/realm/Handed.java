package io.cerebro.bamboo.realm;

import io.cerebro.realm.Login;
import io.cerebro.realm.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the server hands to the agent for one task: nothing but strings.
 *
 * @param source where the realms were found, for messages
 * @param text of a realms.yaml; empty where the server has none
 * @param logins shared credentials by name
 * @param missing shared credentials that cannot be had, and why
 */
record Handed(String source, String text, Map<String, Login.Password> logins, Map<String, String> missing) {
    private static final String SOURCE = "cerebro.realms.source";
    private static final String TEXT = "cerebro.realms.text";
    private static final String USERNAME = "cerebro.username.";
    private static final String PASSWORD = "cerebro.password.";
    private static final String MISSING = "cerebro.missing.";

    static final Handed NOTHING = new Handed("", "", Map.of(), Map.of());

    Map<String, String> strings() {
        Map<String, String> strings = new TreeMap<>();
        strings.put(SOURCE, source);
        strings.put(TEXT, text);
        logins.forEach((name, login) -> {
            strings.put(USERNAME + name, login.username());
            strings.put(PASSWORD + name, login.password().reveal());
        });
        missing.forEach((name, why) -> strings.put(MISSING + name, why));
        return strings;
    }

    static Handed of(Map<String, String> strings) {
        Map<String, Login.Password> logins = new LinkedHashMap<>();
        below(PASSWORD, strings)
                .forEach((name, password) -> logins.put(
                        name, new Login.Password(strings.getOrDefault(USERNAME + name, ""), Secret.of(password))));
        return new Handed(
                strings.getOrDefault(SOURCE, ""), strings.getOrDefault(TEXT, ""), logins, below(MISSING, strings));
    }

    private static Map<String, String> below(String prefix, Map<String, String> strings) {
        Map<String, String> found = new TreeMap<>();
        strings.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), value);
            }
        });
        return found;
    }

    List<String> secrets() {
        return logins.values().stream().map(login -> login.password().reveal()).toList();
    }

    /** One that was not handed over is told of only to who needs it. */
    Login.Password login(String name) {
        return Optional.ofNullable(logins.get(name))
                .orElseGet(() -> new Login.Password(
                        "nobody",
                        Secret.missing(missing.getOrDefault(
                                name, "the server handed no shared credentials '" + name + "' to this task"))));
    }

    /** Where they come from alone. */
    @Override
    public String toString() {
        return "realms of " + source;
    }
}
