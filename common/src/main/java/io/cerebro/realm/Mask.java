package io.cerebro.realm;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Takes secrets out of a text that others will read, such as the log of a build. */
public record Mask(List<String> secrets) {
    public Mask {
        secrets = List.copyOf(secrets);
    }

    /** A secret of several lines is masked line by line, as it is printed. */
    public static Mask of(Stream<String> secrets) {
        return new Mask(secrets.flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    public String over(String text) {
        String masked = text;
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
