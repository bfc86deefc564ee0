package io.cerebro.gate.study;

import io.cerebro.traffic.Counts;
import java.util.SplittableRandom;

/**
 * What two apps answer second by second: exact counts, drawn without drawing single requests.
 *
 * @param perSecond requests to both
 * @param share of them that are the canary's
 * @param stableRate at which the stable app fails
 */
record Traffic(Shape shape, double perSecond, double share, double stableRate, Canary canary) {
    private static final int CLUMP = 10;

    /** How errors come. */
    enum Shape {
        STEADY("steady"),
        /** The rate of both wanders between a third and three times itself, once in ten minutes. */
        DRIFT("drift"),
        /** Every five minutes both apps fail half of their requests for 20 seconds. */
        TOGETHER("both at once"),
        /** Ten at a time on the average, all on one app; the stable app has shown about ten such clumps before. */
        CLUMPS_SHOWN("clumps, shown before"),
        /** The same, out of the blue. */
        CLUMPS("clumps, new"),
        /** Nobody asks the canary. */
        SILENT("no requests to the canary");

        private final String label;

        Shape(String label) {
            this.label = label;
        }

        boolean clumps() {
            return this == CLUMPS || this == CLUMPS_SHOWN;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * How often the canary fails.
     *
     * @param multiple of the stable app's rate
     * @param least error rate
     */
    record Canary(double multiple, double least) {
        double rate(double stable) {
            return Math.max(least, Math.min(1, stable * multiple));
        }
    }

    /** One second. */
    record Second(Counts stable, Counts canary) {}

    Second at(int second, SplittableRandom random) {
        double rate = rate(second);
        double toCanary = shape == Shape.SILENT ? 0 : perSecond * share;
        return new Second(counts(perSecond * (1 - share), rate, random), counts(toCanary, canary.rate(rate), random));
    }

    /** Errors that the stable app shows before the canary has its share. */
    long shown() {
        return shape == Shape.CLUMPS_SHOWN ? 10 * CLUMP : 0;
    }

    /** By how many times the canary fails as often, at the usual rate. */
    double ratio() {
        boolean byRate = canary.least() > stableRate * canary.multiple();
        return byRate ? canary.least() / stableRate : canary.multiple();
    }

    private double rate(int second) {
        return switch (shape) {
            case STEADY, CLUMPS, CLUMPS_SHOWN, SILENT -> stableRate;
            case TOGETHER -> second % 300 >= 150 && second % 300 < 170 ? 0.5 : stableRate;
            case DRIFT -> stableRate * Math.pow(3, Math.sin(2 * Math.PI * second / 600.0));
        };
    }

    private Counts counts(double requests, double rate, SplittableRandom random) {
        long errors = shape.clumps()
                ? Draw.clumps(requests * rate / CLUMP, CLUMP, random)
                : Draw.poisson(requests * rate, random);
        return new Counts(errors + Draw.poisson(requests * (1 - rate), random), errors);
    }
}
