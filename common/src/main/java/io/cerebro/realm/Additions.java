package io.cerebro.realm;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a realm adds to every app, unless the team has its own of it, or lets it refer to.
 *
 * @param environment variables of its tasks
 * @param secrets more of them, by where their values are
 * @param syslog for containers of Docker's; empty leaves their output to the agent
 * @param outside services that its definitions may refer to
 */
public record Additions(
        Map<String, String> environment, Map<String, Secret> secrets, Optional<Syslog> syslog, Outside outside) {
    public static final Additions NONE = new Additions(Map.of(), Map.of(), Optional.empty());

    /** With no services outside Marathon. */
    public Additions(Map<String, String> environment, Map<String, Secret> secrets, Optional<Syslog> syslog) {
        this(environment, secrets, syslog, Outside.NONE);
    }

    public Additions {
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        secrets = Collections.unmodifiableMap(new TreeMap<>(secrets));
        Stream.concat(environment.keySet().stream(), secrets.keySet().stream())
                .filter(name -> !Realm.isVariable(name))
                .forEach(name -> {
                    throw new IllegalArgumentException(
                            "'" + name + "' is not a variable's name: it has letters, digits and '_', such as REGION");
                });
    }
}
