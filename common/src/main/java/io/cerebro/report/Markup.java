package io.cerebro.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/** HTML and SVG as they are written: every value is escaped, unless it is markup itself. */
final class Markup {
    private final StringBuilder out = new StringBuilder();

    /** @param template markup with a {@code %s} for each value */
    Markup add(String template, Object... values) {
        out.append(
                String.format(template, Arrays.stream(values).map(Markup::shown).toArray()));
        return this;
    }

    private static String shown(Object value) {
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number)
                    .setScale(1, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return value instanceof Markup markup ? markup.toString() : escaped(value.toString());
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(allowed(character) ? character : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    /** XML has no place for most control characters, a terminal's colours among them. */
    private static boolean allowed(int character) {
        boolean control = Character.isISOControl(character) && "\t\n\r".indexOf(character) < 0;
        boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return !control && !half && character != 0xFFFE && character != 0xFFFF;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
