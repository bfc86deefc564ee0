package io.cerebro.gate.study;

import io.cerebro.traffic.Latencies;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How long two apps take second by second, measured by the bounds of Prometheus's clients: log-normal around 80 ms, one request in
 * twenty above 250 ms.
 *
 * @param perSecond requests to both
 * @param share of them that are the canary's
 */
record Slowdown(Shape shape, double perSecond, double share, Canary canary) {
    private static final List<Double> BOUNDS = List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0);
    private static final double MEDIAN = 0.08;
    private static final double SPREAD = 0.7;
    private static final int CLUMP = 10;

    /** How slowness comes. */
    enum Shape {
        STEADY("steady"),
        /** Every five minutes both apps take three times as long for 20 seconds. */
        TOGETHER("both at once"),
        /** One request in two hundred waits for two seconds, ten at a time on the average, all of one app. */
        PAUSES("pauses");

        private final String label;

        Shape(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * How much slower the canary is.
     *
     * @param times as long as the stable app takes
     * @param stuck part of its requests that take two seconds more
     */
    record Canary(double times, double stuck) {
        @Override
        public String toString() {
            return stuck > 0 ? 100 * stuck + " % take 2 s more" : "takes x" + times;
        }
    }

    /** One second. */
    record Second(Latencies stable, Latencies canary) {}

    Second at(int second, SplittableRandom random) {
        boolean slow = shape == Shape.TOGETHER && second % 300 >= 150 && second % 300 < 170;
        double median = slow ? 3 * MEDIAN : MEDIAN;
        return new Second(
                latencies(perSecond * (1 - share), median, 0, random),
                latencies(perSecond * share, median * canary.times(), canary.stuck(), random));
    }

    private Latencies latencies(double requests, double median, double stuck, SplittableRandom random) {
        List<Long> slower = new ArrayList<>();
        long paused = shape == Shape.PAUSES ? Draw.clumps(requests * 0.005 / CLUMP, CLUMP, random) : 0;
        long longest = Draw.poisson(requests * beyond(BOUNDS.get(BOUNDS.size() - 1), median, stuck), random);
        slower.add(longest);
        for (int i = BOUNDS.size() - 1; i > 0; i--) {
            double between = beyond(BOUNDS.get(i - 1), median, stuck) - beyond(BOUNDS.get(i), median, stuck);
            longest += Draw.poisson(requests * between, random);
            slower.add(longest + (BOUNDS.get(i - 1) < 2 ? paused : 0));
        }
        Collections.reverse(slower);
        long all = longest + Draw.poisson(requests * (1 - beyond(BOUNDS.get(0), median, stuck)), random) + paused;
        return new Latencies(all, BOUNDS, slower);
    }

    /** The part of the requests that takes longer. */
    private static double beyond(double bound, double median, double stuck) {
        double usual = normal(-Math.log(bound / median) / SPREAD);
        return stuck == 0
                ? usual
                : (1 - stuck) * usual
                        + stuck * (bound < 2 ? 1 : normal(-Math.log((bound - 2 + 1e-9) / median) / SPREAD));
    }

    /** The normal distribution's, by the logistic approximation of Bowling and others (2009), good to 0.00014. */
    private static double normal(double z) {
        return 1 / (1 + Math.exp(-0.07056 * z * z * z - 1.5976 * z));
    }
}
