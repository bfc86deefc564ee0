package io.cerebro.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.chronos.JobDefinition;
import io.cerebro.chronos.Schedule;
import io.cerebro.document.Place;
import io.cerebro.document.Section;
import io.cerebro.document.Value;
import io.cerebro.realm.Realm;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What Chronos would take and suffer from, or the realm, is refused here. */
record JobRequirements(Value.Mapping definition, ObjectNode json, Realm realm) {
    private static final Pattern OWNERS = Pattern.compile("[^@\\s,]+@[^@\\s,]+(?:\\s*,\\s*[^@\\s,]+@[^@\\s,]+)*");
    private static final Pattern VARIABLE = Pattern.compile("[^\\s=\\x00]+");

    JobDefinition checked() {
        require("name", "orders-report");
        made("name", () -> JobDefinition.requireName(json.path("name").asText()));
        if (json.path("container").path("image").asText().isEmpty()) {
            require("command", "./report.sh");
        }
        if (json.has("owner") && !OWNERS.matcher(json.path("owner").asText()).matches()) {
            throw place("owner")
                    .errorOfKey("is who gets Chronos's mail, addresses such as orders@example.com, but is '"
                            + json.path("owner").asText() + "'");
        }
        resource("cpus", realm.limits().cpus(), "how many cpus a run needs, such as 0.5");
        resource("mem", realm.limits().mem(), "how many MB a run needs, such as 128");
        when();
        container();
        variables();
        return Section.made(definition, () -> JobDefinition.of(json));
    }

    private void require(String name, String example) {
        if (json.path(name).asText().isBlank()) {
            throw (json.has(name) ? place(name) : definition.place()).error(name + " is missing, such as " + example);
        }
    }

    private void resource(String name, double most, String wanted) {
        JsonNode value = json.path(name);
        if (value.isMissingNode()) {
            throw definition.place().error(name + " is missing: say " + wanted);
        }
        if (value.doubleValue() <= 0) {
            throw place(name).errorOfKey("must be more than 0, but is " + value.asText());
        }
        if (value.doubleValue() > most) {
            throw place(name)
                    .errorOfKey("is " + value.asText() + ", but the realm " + realm.name() + " allows a run at most "
                            + BigDecimal.valueOf(most).stripTrailingZeros().toPlainString()
                            + ": ask for less, or have limits." + name + " raised in realms.yaml");
        }
    }

    private void when() {
        if (json.has("schedule") == json.has("parents")) {
            throw definition
                    .place()
                    .error("a job has either a schedule, such as R/2026-11-23T02:00:00Z/P1D, or parents, whose end it"
                            + " waits for");
        }
        if (json.has("schedule")) {
            String zone = json.path("scheduleTimeZone").asText("");
            made("schedule", () -> Schedule.of(json.path("schedule").asText(), zone));
        }
        if (json.path("parents").isArray() && json.path("parents").isEmpty()) {
            throw place("parents").errorOfKey("is empty: name at least one job, or give it a schedule");
        }
        json.path("parents").forEach(parent -> made("parents", () -> JobDefinition.requireName(parent.asText())));
    }

    /** Without an image Chronos would run it as if there were no container. */
    private void container() {
        JsonNode container = json.path("container");
        if (container.isMissingNode()) {
            return;
        }
        if (container.path("image").asText().isEmpty()) {
            throw place("container").errorOfKey("has no image, such as registry.example.com/report:v1");
        }
        oneOf(container, "type", List.of("DOCKER", "MESOS"));
        oneOf(container, "network", List.of("HOST", "BRIDGE", "USER"));
    }

    private void oneOf(JsonNode container, String name, List<String> known) {
        if (container.has(name) && !known.contains(container.path(name).asText())) {
            throw place("container")
                    .error("container." + name + " is one of " + String.join(", ", known) + ", but is '"
                            + container.path(name).asText() + "'");
        }
    }

    private void variables() {
        for (JsonNode variable : json.path("environmentVariables")) {
            if (!VARIABLE.matcher(variable.path("name").asText()).matches()) {
                throw place("environmentVariables")
                        .error("environmentVariables has one without a name: each is {name: DAY, value: monday}");
            }
        }
    }

    private <T> void made(String name, Supplier<T> maker) {
        Value.Field field = definition.fields().get(name);
        T unused = Section.made(field == null ? definition : field.value(), maker);
    }

    private Place place(String name) {
        Value.Field field = definition.fields().get(name);
        return field == null ? definition.place() : field.value().place();
    }
}
