package io.cerebro.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.document.Place;
import io.cerebro.document.Value;
import io.cerebro.realm.Limits;
import io.cerebro.realm.Realm;
import java.math.BigDecimal;

/** What Marathon, or the realm, would suffer from later is refused here. */
record Requirements(Value.Mapping definition, ObjectNode json, Realm realm) {
    void check() {
        if (!json.path("id").isTextual()) {
            throw definition.place().error("id is missing, such as /shop/orders");
        }
        Limits limits = realm.limits();
        resource("cpus", limits.cpus(), "how many cpus one instance needs, such as 0.5");
        resource("mem", limits.mem(), "how many MB one instance needs, such as 128");
        instances(limits.instances());
        constraints();
    }

    private void resource(String name, double most, String wanted) {
        JsonNode value = json.path(name);
        if (value.isMissingNode()) {
            throw definition.place().error(name + " is missing: say " + wanted);
        }
        if (value.doubleValue() <= 0) {
            throw place(name).errorOfKey("must be more than 0, but is " + value.asText());
        }
        limit(name, value, most, "one instance");
    }

    private void instances(int most) {
        JsonNode value = json.path("instances");
        if (value.doubleValue() < 0) {
            throw place("instances").errorOfKey("must be a whole number from 0 on, but is " + value.asText());
        }
        limit("instances", value, most, "one service");
    }

    private void limit(String name, JsonNode value, double most, String of) {
        if (value.doubleValue() > most) {
            throw place(name)
                    .errorOfKey("is " + value.asText() + ", but the realm " + realm.name() + " allows " + of
                            + " at most "
                            + BigDecimal.valueOf(most).stripTrailingZeros().toPlainString()
                            + ": ask for less, or have limits." + name + " raised in realms.yaml");
        }
    }

    /** Without a value GROUP_BY stops a whole Marathon from launching anything. */
    private void constraints() {
        JsonNode all = json.path("constraints");
        for (int i = 0; i < all.size(); i++) {
            JsonNode constraint = all.get(i);
            if (constraint.path(1).asText().equals("GROUP_BY") && constraint.size() < 3) {
                throw item("constraints", i)
                        .errorOfKey(
                                "has GROUP_BY without a value, which stops Marathon from launching anything: say over how"
                                        + " many, such as ["
                                        + constraint.path(0).asText() + ", GROUP_BY, '3']");
            }
        }
    }

    private Place item(String name, int index) {
        Value.Field field = definition.fields().get(name);
        return field != null && field.value() instanceof Value.Sequence list
                ? list.items().get(index).place()
                : place(name);
    }

    private Place place(String name) {
        Value.Field field = definition.fields().get(name);
        return field == null ? definition.place() : field.value().place();
    }
}
