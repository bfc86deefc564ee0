package io.cerebro.gate.study;

import java.util.SplittableRandom;

/** Random numbers of the distributions that traffic has. */
final class Draw {
    private static final double FEW = 30;

    private Draw() {}

    static long poisson(double mean, SplittableRandom random) {
        return mean < FEW ? few(mean, random) : many(mean, random);
    }

    /** The product of uniforms (Knuth). */
    private static long few(double mean, SplittableRandom random) {
        if (mean <= 0) {
            return 0;
        }
        double limit = Math.exp(-mean);
        long drawn = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            drawn++;
        }
        return drawn;
    }

    /** As many as come before the median of a gamma's order statistic, then the rest (Ahrens and Dieter 1974). */
    private static long many(double mean, SplittableRandom random) {
        long step = (long) (mean * 7 / 8);
        double at = gamma(step, random);
        return at > mean ? binomial(step - 1, mean / at, random) : step + poisson(mean - at, random);
    }

    /** Marsaglia and Tsang 2000, for shapes from 1 on. */
    private static double gamma(long shape, SplittableRandom random) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double cube = 1 + c * normal;
            if (cube <= 0) {
                continue;
            }
            double v = cube * cube * cube;
            if (Math.log(random.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /** By the geometric gaps between successes. */
    private static long binomial(long trials, double probability, SplittableRandom random) {
        if (probability > 0.5) {
            return trials - binomial(trials, 1 - probability, random);
        }
        double log = Math.log1p(-probability);
        long successes = 0;
        for (long at = gap(log, random); at <= trials; at += gap(log, random)) {
            successes++;
        }
        return successes;
    }

    /** So many clumps on the average, of geometric sizes. */
    static long clumps(double clumps, int size, SplittableRandom random) {
        double log = Math.log1p(-1.0 / size);
        long errors = 0;
        for (long clump = poisson(clumps, random); clump > 0; clump--) {
            errors += gap(log, random);
        }
        return errors;
    }

    private static long gap(double log, SplittableRandom random) {
        return 1 + (long) Math.min(1L << 40, Math.log1p(-random.nextDouble()) / log);
    }
}
