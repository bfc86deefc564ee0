package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A label selector: {@code a==b}, {@code a!=b}, {@code a in (x,y)}, {@code a notin (x)}, {@code a}, with commas between. */
final class Selector {
    private static final String NAME = "[A-Za-z0-9_.-]+";
    private static final Pattern TERM = Pattern.compile("\\s*(" + NAME + ")\\s*" + "(?:(==|!=)\\s*(" + NAME
            + ")|(in|notin)\\s*\\(\\s*(" + NAME + "(?:\\s*,\\s*" + NAME + ")*)\\s*\\))?\\s*");

    private Selector() {}

    /** @throws Refusal when it cannot be read */
    static Predicate<Spec> parse(String text) {
        List<Predicate<JsonNode>> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(text);
        int position = 0;
        while (matcher.region(position, text.length()).lookingAt()) {
            terms.add(term(matcher));
            position = matcher.end();
            if (position == text.length()) {
                return spec ->
                        terms.stream().allMatch(term -> term.test(spec.json().path("labels")));
            }
            if (text.charAt(position) != ',') {
                break;
            }
            position++;
        }
        throw Refusal.of(422, "Can not parse label selector " + text + ". Reason: end of input expected");
    }

    private static Predicate<JsonNode> term(Matcher matcher) {
        String label = matcher.group(1);
        if (matcher.group(2) != null) {
            String value = matcher.group(3);
            boolean equal = matcher.group(2).equals("==");
            return labels -> labels.has(label) && labels.path(label).asText().equals(value) == equal;
        }
        if (matcher.group(4) != null) {
            Set<String> values = Set.of(matcher.group(5).trim().split("\\s*,\\s*"));
            boolean in = matcher.group(4).equals("in");
            return labels ->
                    labels.has(label) && values.contains(labels.path(label).asText()) == in;
        }
        return labels -> labels.has(label);
    }
}
