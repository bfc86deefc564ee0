package io.cerebro.definition;

import io.cerebro.document.Nearest;
import io.cerebro.document.Place;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts variables into texts. */
record Variables(Map<String, String> values, OutsideValues outside) {
    private static final Pattern REFERENCE = Pattern.compile("\\$(\\$?)\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?::-(.*))?", Pattern.DOTALL);

    String in(String text, Place place) {
        return REFERENCE
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1).isEmpty()
                                ? value(match.group(2), place)
                                : match.group().substring(1)));
    }

    /** Whether a text is a variable and nothing else. */
    static boolean alone(String text) {
        Matcher matcher = REFERENCE.matcher(text);
        return matcher.matches() && matcher.group(1).isEmpty();
    }

    private String value(String reference, Place place) {
        if (OutsideValues.meant(reference)) {
            return outside.value(reference, place);
        }
        Matcher matcher = NAME.matcher(reference);
        if (!matcher.matches()) {
            throw place.errorOfKey(
                    "has ${" + reference + "}, which is not a variable: write ${NAME} or ${NAME:-default}, or" + " $${"
                            + reference + "} to leave it to the shell");
        }
        String value = values.getOrDefault(matcher.group(1), matcher.group(2));
        if (value == null) {
            throw place.errorOfKey("needs the variable " + matcher.group(1) + ", which has no value"
                    + Nearest.hint(matcher.group(1), values.keySet())
                    + " Give it one in realms.yaml or with the deploy, a default as ${" + matcher.group(1)
                    + ":-default}, or write $${" + matcher.group(1) + "} to leave it to the shell");
        }
        return value;
    }
}
