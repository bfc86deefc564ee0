package io.jenkins.plugins.cerebro;

import io.jenkins.plugins.casc.ConfigurationAsCode;
import java.util.Objects;

/** The realms of realms.yaml: one, whose Marathon does not answer. */
final class Realms {
    private Realms() {}

    static void configure() throws Exception {
        String file =
                Objects.requireNonNull(Realms.class.getResource("realms.yaml")).toExternalForm();
        ConfigurationAsCode.get().configure(file);
    }
}
