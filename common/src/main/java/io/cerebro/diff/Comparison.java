package io.cerebro.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Walks through two definitions side by side. */
final class Comparison {
    private final List<Difference> found = new ArrayList<>();

    List<Difference> of(JsonNode live, JsonNode sent) {
        compare(Spot.TOP, live, sent);
        return List.copyOf(found);
    }

    private void compare(Spot spot, JsonNode live, JsonNode sent) {
        if (absent(sent)) {
            withoutSent(spot, live);
        } else if (absent(live)) {
            withoutLive(spot, sent);
        } else if (live.isObject() && sent.isObject()) {
            objects(spot, live, sent);
        } else if (live.isArray() && sent.isArray()) {
            arrays(spot, live, sent);
        } else if (!equal(live, sent) && !leftToMarathon(spot, sent)) {
            changed(spot, live, Shown.value(spot, sent));
        }
    }

    /** It falls back to the default, where there is one. */
    private void withoutSent(Spot spot, JsonNode live) {
        JsonNode fallback = Defaults.of(spot);
        if (absent(live) || Defaults.chosenByMarathon(spot)) {
            return;
        }
        if (absent(fallback)) {
            if (!empty(live)) {
                removed(spot, live);
            }
        } else if (fallback.isEmpty() && fallback.isObject()) {
            objects(spot, live, fallback);
        } else if (!same(spot, live, fallback)) {
            changed(spot, live, Shown.value(spot, fallback) + " (Marathon's default)");
        }
    }

    private void withoutLive(Spot spot, JsonNode sent) {
        JsonNode fallback = Defaults.of(spot);
        if (empty(sent) || (!absent(fallback) && same(spot, fallback, sent))) {
            return;
        }
        if (fallback.isObject() && sent.isObject()) {
            objects(spot, fallback, sent);
        } else {
            added(spot, sent);
        }
    }

    private void objects(Spot spot, JsonNode live, JsonNode sent) {
        Set<String> names = new TreeSet<>();
        live.fieldNames().forEachRemaining(names::add);
        sent.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> compare(spot.child(name), live.path(name), sent.path(name)));
    }

    private void arrays(Spot spot, JsonNode live, JsonNode sent) {
        if (Defaults.unordered(spot) && permuted(spot, live, sent)) {
            return;
        }
        int both = Math.min(live.size(), sent.size());
        for (int i = 0; i < both; i++) {
            compare(spot.item(i), live.get(i), sent.get(i));
        }
        for (int i = both; i < live.size(); i++) {
            removed(spot.item(i), live.get(i));
        }
        for (int i = both; i < sent.size(); i++) {
            added(spot.item(i), sent.get(i));
        }
    }

    private static boolean permuted(Spot spot, JsonNode live, JsonNode sent) {
        List<JsonNode> rest = new ArrayList<>(live.valueStream().toList());
        sent.forEach(item -> rest.stream()
                .filter(other -> same(spot.item(0), other, item))
                .findFirst()
                .ifPresent(rest::remove));
        return rest.isEmpty() && live.size() == sent.size();
    }

    private void added(Spot spot, JsonNode sent) {
        found.add(new Difference(spot.path(), Optional.empty(), Optional.of(Shown.value(spot, sent))));
    }

    private void removed(Spot spot, JsonNode live) {
        found.add(new Difference(spot.path(), Optional.of(Shown.value(spot, live)), Optional.empty()));
    }

    private void changed(Spot spot, JsonNode live, String after) {
        found.add(new Difference(spot.path(), Optional.of(Shown.value(spot, live)), Optional.of(after)));
    }

    private static boolean same(Spot spot, JsonNode live, JsonNode sent) {
        Comparison comparison = new Comparison();
        comparison.compare(spot, live, sent);
        return comparison.found.isEmpty();
    }

    private static boolean leftToMarathon(Spot spot, JsonNode sent) {
        return Defaults.chosenByMarathon(spot) && sent.isInt() && sent.intValue() == 0;
    }

    private static boolean equal(JsonNode live, JsonNode sent) {
        return live.isNumber() && sent.isNumber()
                ? live.decimalValue().compareTo(sent.decimalValue()) == 0
                : live.equals(sent);
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static boolean empty(JsonNode node) {
        return node.isContainerNode() && node.isEmpty();
    }
}
