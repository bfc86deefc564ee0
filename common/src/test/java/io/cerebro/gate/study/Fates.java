package io.cerebro.gate.study;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** What became of many canaries of one kind under one rule. */
record Fates(List<Fate> all) {
    /** About 95 % of a normal distribution are nearer to its middle. */
    private static final double Z = 1.96;

    long rolledBack() {
        return all.stream().filter(Fate::rolledBack).count();
    }

    double rolledBackShare() {
        return (double) rolledBack() / all.size();
    }

    long passed() {
        return all.stream().filter(fate -> fate.passed().isPresent()).count();
    }

    double badAnswers() {
        return all.stream().mapToLong(Fate::badAnswers).average().orElse(0);
    }

    /** {@code 120 s}; nothing if less than half was rolled back. */
    String after() {
        return 2 * rolledBack() < all.size() ? "" : median(all.stream().mapToLong(Fate::second)) + " s";
    }

    /** {@code 120 s}; nothing if less than half has passed. */
    String passedAfter() {
        return 2 * passed() < all.size()
                ? ""
                : median(all.stream().mapToLong(fate -> fate.passed().orElse(Integer.MAX_VALUE))) + " s";
    }

    private static long median(LongStream values) {
        long[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    String rolledBackText() {
        return percent(rolledBackShare());
    }

    String passedText() {
        return percent((double) passed() / all.size());
    }

    /** With Wilson's 95 % confidence interval: {@code 0.1 % (0.0 to 0.6)}. */
    String rolledBackWithin() {
        return within(rolledBack(), all.size());
    }

    static String within(long events, long of) {
        double part = (double) events / of;
        double middle = (part + Z * Z / (2 * of)) / (1 + Z * Z / of);
        double spread = Z * Math.sqrt(part * (1 - part) / of + Z * Z / (4.0 * of * of)) / (1 + Z * Z / of);
        return String.format(
                Locale.ROOT,
                "%s (%.2f to %.2f)",
                percent(part),
                100 * Math.max(0, middle - spread),
                100 * Math.min(1, middle + spread));
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * part);
    }
}
