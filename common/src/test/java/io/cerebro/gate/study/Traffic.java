package io.cerebro.gate.study;

import io.cerebro.traffic.Counts;
import java.util.SplittableRandom;

/**
 * What two apps answer second by second: exact counts, drawn without drawing single requests.
 *
 * @param perSecond requests to both
 * @param share of them that are the canary's
 * @param stableRate at which the stable app fails
 * @param multiple by how many times the canary fails as often
 * @param least the canary's error rate at least
 */
record Traffic(Shape shape, double perSecond, double share, double stableRate, double multiple, double least) {
    private static final int CLUMP = 10;

    /** How errors come. */
    enum Shape {
        STEADY,
        /** Ten at a time on the average, all on one app. */
        CLUMPS,
        /** Every five minutes both apps fail half of their requests for 20 seconds. */
        TOGETHER,
        /** The rate of both wanders between a third and three times itself, once in ten minutes. */
        DRIFT
    }

    /** One second. */
    record Second(Counts stable, Counts canary) {}

    Second at(int second, SplittableRandom random) {
        double rate = rate(second);
        double canaryRate = Math.max(least, Math.min(1, rate * multiple));
        return new Second(counts(perSecond * (1 - share), rate, random), counts(perSecond * share, canaryRate, random));
    }

    private double rate(int second) {
        return switch (shape) {
            case STEADY, CLUMPS -> stableRate;
            case TOGETHER -> second % 300 >= 150 && second % 300 < 170 ? 0.5 : stableRate;
            case DRIFT -> stableRate * Math.pow(3, Math.sin(2 * Math.PI * second / 600.0));
        };
    }

    private Counts counts(double requests, double rate, SplittableRandom random) {
        long answered = poisson(requests, random);
        long errors =
                shape == Shape.CLUMPS ? clumps(requests * rate / CLUMP, random) : binomial(answered, rate, random);
        return new Counts(Math.max(answered, errors), errors);
    }

    /** Geometric sizes. */
    private static long clumps(double expected, SplittableRandom random) {
        long errors = 0;
        for (long clump = poisson(expected, random); clump > 0; clump--) {
            errors += 1 + (long) (Math.log1p(-random.nextDouble()) / Math.log1p(-1.0 / CLUMP));
        }
        return errors;
    }

    /** Knuth's product of uniforms, in parts that do not underflow. */
    static long poisson(double mean, SplittableRandom random) {
        long drawn = 0;
        for (double rest = mean; rest > 0; rest -= 30) {
            double limit = Math.exp(-Math.min(30, rest));
            for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
                drawn++;
            }
        }
        return drawn;
    }

    /** By the geometric gaps between successes. */
    static long binomial(long trials, double probability, SplittableRandom random) {
        if (probability <= 0) {
            return 0;
        }
        if (probability >= 1) {
            return trials;
        }
        if (probability > 0.5) {
            return trials - binomial(trials, 1 - probability, random);
        }
        long successes = 0;
        double log = Math.log1p(-probability);
        for (long at = gap(log, random); at <= trials; at += gap(log, random)) {
            successes++;
        }
        return successes;
    }

    private static long gap(double log, SplittableRandom random) {
        return 1 + (long) Math.min(1L << 40, Math.log1p(-random.nextDouble()) / log);
    }
}
