package io.cerebro.document;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How amounts are written. */
public final class Amounts {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s*%");

    private Amounts() {}

    /** {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}, {@code 2d}; empty for anything else. */
    public static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                });
    }

    /** A duration in the largest unit that says it exactly: {@code 90s}, {@code 5m}. */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        if (seconds == 0 || seconds % 60 != 0) {
            return seconds + "s";
        }
        return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds / 60 + "m";
    }

    /** A number without what it does not need: {@code 10}, {@code 1.5}. */
    public static String text(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** A share from 0 to 1 as {@link #percentage(String)} reads it. */
    public static String percentage(double share) {
        return text(BigDecimal.valueOf(share).movePointRight(2).doubleValue()) + " %";
    }

    /** {@code 5 %}, from 0 to 100, as a share from 0 to 1; empty for anything else. */
    public static Optional<Double> percentage(String text) {
        Matcher matcher = PERCENTAGE.matcher(text);
        return matcher.matches()
                ? Optional.of(Double.parseDouble(matcher.group(1)) / 100).filter(share -> share <= 1)
                : Optional.empty();
    }

    /** One of an enum's names in lower case with hyphens; empty for anything else. */
    public static <E extends Enum<E>> Optional<E> choice(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(choice -> name(choice).equals(text))
                .findFirst();
    }

    /** All names that {@link #choice} knows. */
    public static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Amounts::name).collect(Collectors.joining(", "));
    }

    /** As {@link #choice} reads it. */
    public static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
