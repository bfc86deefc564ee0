package io.cerebro.release;

import io.cerebro.realm.Limits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many instances a service is to have.
 *
 * @param wish a number, such as {@code 5}, or one that starts from what there is: {@code +2}, {@code -1}, {@code x2}, {@code 150%}
 * @param most that the realm allows
 * @param duringRelease whether the service may be scaled while a canary is beside it
 */
public record Size(String wish, int most, boolean duringRelease) {
    private static final Pattern WISH =
            Pattern.compile("(?<step>[+-]?\\d{1,9})|x(?<times>\\d{1,6}(?:\\.\\d{1,3})?)|(?<percent>\\d{1,6})\\s*%");

    /** @throws IllegalArgumentException for a wish that is none */
    public Size {
        if (!WISH.matcher(wish).matches()) {
            throw new IllegalArgumentException(
                    "instances is a number such as 5, or a change such as +2, -1, x2 or 150%," + " but is '" + wish
                            + "'");
        }
    }

    /**
     * Within what a realm allows.
     *
     * @throws IllegalArgumentException for a wish that is none, or a number that is not allowed
     */
    public static Size of(String wish, Limits limits) {
        Size size = new Size(wish.strip(), limits.instances(), false);
        if (Character.isDigit(size.wish.charAt(0)) && !size.wish.endsWith("%")) {
            size.from(0);
        }
        return size;
    }

    /** The same, also while a canary is beside it. */
    public Size alsoDuringRelease() {
        return new Size(wish, most, true);
    }

    /**
     * How many that are, if there are so many now; half an instance is a whole one.
     *
     * @throws IllegalArgumentException if the realm does not allow it
     */
    public int from(int now) {
        BigDecimal wanted = wanted(BigDecimal.valueOf(now));
        boolean bound = most != Limits.NONE.instances();
        if (wanted.signum() <= 0 || wanted.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new IllegalArgumentException(
                    "the realm allows 1" + (bound ? " to " + most + " instances" : " instance or more")
                            + " of a service, not " + wanted.toPlainString());
        }
        return wanted.intValueExact();
    }

    private BigDecimal wanted(BigDecimal now) {
        Matcher parts = WISH.matcher(wish);
        if (!parts.matches()) {
            throw new IllegalStateException(wish);
        }
        if (parts.group("times") != null) {
            return up(now.multiply(new BigDecimal(parts.group("times"))));
        }
        if (parts.group("percent") != null) {
            return up(now.multiply(new BigDecimal(parts.group("percent"))).movePointLeft(2));
        }
        BigDecimal step = new BigDecimal(parts.group("step"));
        boolean relative = wish.startsWith("+") || wish.startsWith("-");
        return relative ? now.add(step) : step;
    }

    private static BigDecimal up(BigDecimal number) {
        return number.setScale(0, RoundingMode.CEILING);
    }
}
