package io.cerebro.gate.source;

import io.cerebro.gate.Contest;
import io.cerebro.realm.Template;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes PromQL. */
final class PromQl {
    /** That says which query a series answers. */
    static final String MARK = "cerebro";

    private static final Pattern REGEX =
            Pattern.compile("[=!]~\\s*(?:\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`[^`]*`)");

    private PromQl() {}

    /** The query for one app. An id's dot, all of it that a regular expression would take for more, is one dot there, too. */
    static String fill(Template query, Track track, Contest contest) {
        String regexes = REGEX.matcher(query.text())
                .replaceAll(found -> Matcher.quoteReplacement(Template.fill(
                        found.group(), name -> track.value(contest, name).replace(".", "[.]"))));
        return Template.fill(regexes, name -> track.value(contest, name));
    }

    /** One sum for each value of the labels. The lines keep a comment in the query from taking more with it. */
    static String sum(String query, List<String> labels) {
        return "sum by (" + String.join(", ", labels) + ") (\n" + query + "\n)";
    }

    /** All of them in one, so that they are answered of the same moment; each series carries its query's key as {@link #MARK}. */
    static String together(List<PrometheusQuery> queries) {
        return queries.stream()
                .map(query ->
                        "label_replace(" + query.text() + ", \"" + MARK + "\", \"" + query.key() + "\", \"\", \"\")")
                .collect(Collectors.joining("\nor\n"));
    }
}
