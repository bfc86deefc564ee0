package io.cerebro.telling;

/** How long texts may be. */
final class Words {
    private Words() {}

    static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most - 1) + "…" : text;
    }
}
