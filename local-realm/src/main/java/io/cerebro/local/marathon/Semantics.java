package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a definition, defaults filled in, makes sense as a whole. */
final class Semantics {
    private static final Set<String> OPERATORS =
            Set.of("UNIQUE", "CLUSTER", "GROUP_BY", "LIKE", "MAX_PER", "UNLIKE", "IS");
    private final JsonNode app;
    private final List<Problem> problems = new ArrayList<>();

    private Semantics(JsonNode app) {
        this.app = app;
    }

    /** @throws Refusal that names all that is wrong */
    static void check(ObjectNode app) {
        Semantics semantics = new Semantics(app);
        semantics.container();
        semantics.command();
        semantics.ports();
        semantics.networks();
        semantics.healthChecks();
        semantics.constraints();
        semantics.roles();
        semantics.unreachable();
        if (!semantics.problems.isEmpty()) {
            throw Refusal.invalidObject(semantics.problems);
        }
    }

    private void wrong(String path, String error) {
        problems.add(new Problem(path, error));
    }

    private void container() {
        JsonNode container = app.path("container");
        if (container.path("type").asText().equals("DOCKER") && !container.has("docker")) {
            wrong("/container/docker", "not defined");
        }
    }

    private void command() {
        boolean cmd = app.has("cmd");
        boolean args = app.has("args");
        boolean image = app.path("container").has("docker");
        boolean nothing = !cmd && !args && !image;
        if (nothing || (cmd && args)) {
            wrong("/", "AppDefinition must either contain one of 'cmd' or 'args', and/or a 'container'.");
        }
        if (cmd && app.path("cmd").asText().length() == 1) {
            wrong("/", "must not be an empty string");
        }
    }

    private void ports() {
        Set<Integer> numbers = new HashSet<>();
        Set<String> names = new HashSet<>();
        boolean sameNumber = false;
        boolean sameName = false;
        for (JsonNode port : app.path("portDefinitions")) {
            sameNumber |= port.path("port").asInt() != 0
                    && !numbers.add(port.path("port").asInt());
            sameName |= port.has("name") && !names.add(port.path("name").asText());
        }
        if (sameNumber) {
            wrong("/portDefinitions", "Ports must be unique.");
        }
        if (sameName) {
            wrong("/portDefinitions", "Port names must be unique.");
        }
    }

    private void networks() {
        JsonNode networks = app.path("networks");
        boolean allContainer = networks.valueStream()
                .allMatch(network -> network.path("mode").asText().equals("container"));
        if (networks.size() > 1 && !allContainer) {
            wrong(
                    "/networks",
                    "May specify a single host network, single bridge network, or else 1-to-n container networks");
        }
        if (networks.valueStream().anyMatch(Semantics::nameless)) {
            wrong("/networks", "Network name must be specified when container network is selected.");
        }
    }

    private static boolean nameless(JsonNode network) {
        return network.path("mode").asText("container").equals("container") && !network.hasNonNull("name");
    }

    private void healthChecks() {
        int ports = app.path("container").has("portMappings")
                ? app.path("container").path("portMappings").size()
                : app.path("portDefinitions").size();
        int index = 0;
        for (JsonNode check : app.path("healthChecks")) {
            protocol(check);
            if (check.path("portIndex").asInt(-1) >= ports) {
                wrong(
                        "/healthChecks(" + index + ")",
                        "Health check port indices must address an element of the ports array or container port mappings.");
            }
            index++;
        }
    }

    /** Marathon itself stumbles over these two with a 500. */
    private static void protocol(JsonNode check) {
        String protocol = check.path("protocol").asText();
        if (protocol.equals("COMMAND") && !check.has("command")) {
            throw Refusal.of(500, "illegal protocol COMMAND for non-command health check");
        }
        if (!protocol.equals("COMMAND") && check.has("command")) {
            throw Refusal.of(500, "illegal protocol " + protocol + " specified with command");
        }
    }

    private void constraints() {
        if (app.path("constraints")
                .valueStream()
                .anyMatch(constraint -> !OPERATORS.contains(constraint.path(1).asText()))) {
            wrong(
                    "/constraints",
                    "operator must be one of the following UNIQUE, CLUSTER, GROUP_BY, LIKE, MAX_PER, UNLIKE or IS");
        }
    }

    private void roles() {
        if (app.has("acceptedResourceRoles")
                && app.path("acceptedResourceRoles").isEmpty()) {
            wrong("/acceptedResourceRoles", "must not be empty");
        }
        if (!app.path("role").asText().equals("*")) {
            wrong("/role", "got " + app.path("role").asText() + ", expected one of: [*]");
        }
        if (app.path("gpus").asInt() > 0) {
            wrong("/", "Feature gpu_resources is not enabled. Enable with --enable_features gpu_resources)");
        }
    }

    private void unreachable() {
        int inactive =
                app.path("unreachableStrategy").path("inactiveAfterSeconds").asInt();
        int expunge =
                app.path("unreachableStrategy").path("expungeAfterSeconds").asInt();
        if (inactive > expunge) {
            wrong(
                    "/unreachableStrategy/inactiveAfterSeconds",
                    "inactiveAfterSeconds (" + inactive + ") must be less or equal to expungeAfterSeconds, which is "
                            + expunge);
        }
    }
}
