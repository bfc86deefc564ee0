package io.cerebro.document;

import java.util.ArrayList;
import java.util.List;

/** A sentence of phrases with semicolons between them. */
public final class Phrases {
    private static final String BETWEEN = "; ";

    private Phrases() {}

    /**
     * As rows, each with as many phrases as it has room for.
     *
     * @param width in characters; only a phrase that is wider itself makes a wider row
     */
    public static List<String> fold(String sentence, int width) {
        List<String> rows = new ArrayList<>();
        String row = "";
        for (String phrase : sentence.split("(?<=" + BETWEEN + ")")) {
            if (!row.isEmpty() && (row + phrase).strip().length() > width) {
                rows.add(row.strip());
                row = "";
            }
            row += phrase;
        }
        rows.add(row.strip());
        return List.copyOf(rows);
    }
}
