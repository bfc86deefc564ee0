package io.cerebro.gate.source;

/** What others have said, in a message of ours. */
final class Words {
    private static final int MOST = 300;

    private Words() {}

    /** In one line, and not too long. */
    static String line(String said) {
        String line = said.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() > MOST ? line.substring(0, MOST) + "…" : line;
    }
}
