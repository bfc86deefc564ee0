package io.cerebro.image;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes secrets, and the colours of a terminal, out of a line of output. */
record Mask(List<String> secrets) {
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*[A-Za-z]");

    /** A secret of several lines is masked line by line, as it is printed. */
    static Mask of(Stream<String> secrets) {
        return new Mask(secrets.flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    String over(String line) {
        String masked = COLOUR.matcher(line).replaceAll("");
        for (String secret : secrets) {
            masked = masked.replace(secret, "****");
        }
        return masked;
    }

    @Override
    public String toString() {
        return "mask over " + secrets.size() + " secrets";
    }
}
