package io.cerebro.realm;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which an app is filled in, once the stable one and once the canary: {@code ${app}} is its id, such as
 * {@code /shop/orders-canary}, {@code ${name}} the same as {@code shop_orders-canary}, {@code ${track}} is {@code stable} or
 * {@code canary}, and {@code ${service}} is {@code shop/orders} for both.
 */
public record Template(String text) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}?");
    private static final Set<String> KNOWN = Set.of("app", "name", "service", "track");
    private static final Set<String> TELLING = Set.of("app", "name", "track");

    /** @throws IllegalArgumentException for another variable, or for a text that is the same for stable and canary */
    public Template {
        if (text.isBlank()) {
            throw new IllegalArgumentException("nothing is written there");
        }
        Set<String> used = new TreeSet<>();
        Matcher variables = VARIABLE.matcher(text);
        while (variables.find()) {
            if (!variables.group().endsWith("}") || !KNOWN.contains(variables.group(1))) {
                throw new IllegalArgumentException(variables.group() + " cannot be filled in: there are "
                        + "${app}, ${name}, ${service} and ${track}");
            }
            used.add(variables.group(1));
        }
        if (used.stream().noneMatch(TELLING::contains)) {
            throw new IllegalArgumentException("it asks for stable and canary in the same words: it must have ${app},"
                    + " ${name} or ${track} in it");
        }
    }

    /** The text with each variable replaced by its value. */
    public String fill(UnaryOperator<String> value) {
        return fill(text, value);
    }

    /** The same of a part of it. */
    public static String fill(String part, UnaryOperator<String> value) {
        return VARIABLE.matcher(part).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }

    @Override
    public String toString() {
        return text;
    }
}
