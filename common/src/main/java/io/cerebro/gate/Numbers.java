package io.cerebro.gate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them in a verdict. */
final class Numbers {
    private Numbers() {}

    /** {@code 0.43 %}. */
    static String percent(double rate) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * rate);
    }

    /** {@code 0.43 %}, {@code 5 %}: two digits that count. */
    static String roughly(double rate) {
        return new BigDecimal(100 * rate)
                        .round(new MathContext(2))
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    /** {@code 1.5}, {@code 130}. */
    static String few(double value) {
        return value < 10 ? String.format(Locale.ROOT, "%.1f", value) : String.format(Locale.ROOT, "%.0f", value);
    }
}
