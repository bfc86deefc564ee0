package io.cerebro.gate;

import java.util.function.UnaryOperator;

/**
 * What a judge says, and why, in one lower-case phrase with the numbers.
 */
public record Verdict(Kind kind, String because) {
    /** The three answers. A canary that cannot be judged is neither good nor bad. */
    public enum Kind {
        PASS,
        FAIL,
        NOT_ENOUGH_DATA;

        @Override
        public String toString() {
            return name().replace('_', ' ');
        }
    }

    public static Verdict pass(String because) {
        return new Verdict(Kind.PASS, because);
    }

    public static Verdict fail(String because) {
        return new Verdict(Kind.FAIL, because);
    }

    public static Verdict notEnoughData(String because) {
        return new Verdict(Kind.NOT_ENOUGH_DATA, because);
    }

    /** The same in other words. */
    public Verdict worded(UnaryOperator<String> words) {
        return new Verdict(kind, words.apply(because));
    }

    @Override
    public String toString() {
        return kind + ": " + because;
    }
}
