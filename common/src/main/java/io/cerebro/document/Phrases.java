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
     * @param margin in front of the first; the others are blank there
     * @param width in characters; only a phrase that is wider itself makes a wider row
     */
    public static List<String> fold(String margin, String sentence, int width) {
        List<String> rows = new ArrayList<>();
        String row = margin;
        boolean empty = true;
        for (String phrase : sentence.split("(?<=" + BETWEEN + ")")) {
            if (!empty && (row + phrase).stripTrailing().length() > width) {
                rows.add(row.stripTrailing());
                row = " ".repeat(margin.length());
            }
            row += phrase;
            empty = false;
        }
        rows.add(row.stripTrailing());
        return List.copyOf(rows);
    }
}
