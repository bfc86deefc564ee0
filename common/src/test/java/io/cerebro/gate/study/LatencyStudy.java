package io.cerebro.gate.study;

import io.cerebro.gate.Stopwatch;
import io.cerebro.gate.Verdict;
import io.cerebro.gate.study.Slowdown.Canary;
import io.cerebro.gate.study.Slowdown.Shape;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** How often the gate rolls a canary back that is as fast, and how soon a slower one. */
final class LatencyStudy {
    private static final String HEAD = """
            | slowness | requests/s | canary | rolled back (95 %% interval) | after | passed first | after |
            |---|---|---|---|---|---|---|
            """.replace("%%", "%");

    private final Options options;

    LatencyStudy(Options options) {
        this.options = options;
    }

    /**
     * What became of one canary.
     *
     * @param rolledBack second of the rollback
     * @param passed second of the first pass before it
     */
    record Run(OptionalInt rolledBack, OptionalInt passed) {}

    void print() {
        System.out.print("\nLatency\n\n" + HEAD);
        for (Shape shape : Shape.values()) {
            for (double rate : options.rates()) {
                canaries(shape).forEach(canary -> print(new Slowdown(shape, rate, options.share(), canary)));
            }
        }
    }

    private static List<Canary> canaries(Shape shape) {
        Canary asFast = new Canary(1, 0);
        return shape == Shape.STEADY
                ? List.of(
                        asFast,
                        new Canary(1.25, 0),
                        new Canary(1.5, 0),
                        new Canary(2, 0),
                        new Canary(1, 0.01),
                        new Canary(1, 0.05))
                : List.of(asFast, new Canary(2, 0));
    }

    private void print(Slowdown traffic) {
        List<Run> runs = runs(traffic);
        long back = runs.stream().filter(run -> run.rolledBack().isPresent()).count();
        long passed = runs.stream().filter(run -> run.passed().isPresent()).count();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %s | %s | %s | %.1f %% | %s |%n",
                traffic.shape(),
                traffic.perSecond(),
                traffic.canary(),
                Fates.within(back, runs.size()),
                median(runs.stream().map(Run::rolledBack).toList()),
                100.0 * passed / runs.size(),
                median(runs.stream().map(Run::passed).toList()));
    }

    List<Run> runs(Slowdown traffic) {
        return IntStream.range(0, options.runs())
                .parallel()
                .mapToObj(run -> one(traffic, new SplittableRandom(options.seed() * 1_000_003 + run)))
                .toList();
    }

    private Run one(Slowdown traffic, SplittableRandom random) {
        Stopwatch gate = new Stopwatch();
        for (int second = 0; second < options.warmUp(); second++) {
            gate.before(traffic.at(second, random).stable());
        }
        OptionalInt passed = OptionalInt.empty();
        for (int second = 1; second <= 60 * options.minutes(); second++) {
            Slowdown.Second now = traffic.at(second, random);
            Verdict.Kind said = gate.look(now.stable(), now.canary());
            if (said == Verdict.Kind.FAIL) {
                return new Run(OptionalInt.of(second), passed);
            }
            if (said == Verdict.Kind.PASS && passed.isEmpty()) {
                passed = OptionalInt.of(second);
            }
        }
        return new Run(OptionalInt.empty(), passed);
    }

    /** Nothing where it happened to less than half of them. */
    private static String median(List<OptionalInt> seconds) {
        List<Integer> sorted = seconds.stream()
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .sorted()
                .toList();
        int middle = seconds.size() / 2;
        return middle < sorted.size() ? sorted.get(middle) + " s" : "";
    }
}
