package io.cerebro.gate.study;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Canaries of one kind, judged by all rules on the same traffic. */
record Cell(Traffic traffic, Fates cerebro, Fates flagger, Fates patientFlagger, Fates kayenta) {
    private static final int DAY = 86_400;

    static Cell run(Traffic traffic, Options options) {
        List<List<Fate>> runs = IntStream.range(0, options.runs())
                .parallel()
                .mapToObj(run -> one(traffic, options, new SplittableRandom(options.seed() * 1_000_003 + run)))
                .toList();
        return new Cell(traffic, fates(runs, 0), fates(runs, 1), fates(runs, 2), fates(runs, 3));
    }

    private static Fates fates(List<List<Fate>> runs, int rule) {
        return new Fates(runs.stream().map(run -> run.get(rule)).toList());
    }

    private static List<Fate> one(Traffic traffic, Options options, SplittableRandom random) {
        Cerebro cerebro = new Cerebro();
        long shown = 0;
        for (int second = 0; second < options.warmUp() || (shown < traffic.shown() && second < DAY); second++) {
            Traffic.Second now = traffic.at(second, random);
            shown += now.stable().errors();
            cerebro.before(now.stable());
        }
        int seconds = 60 * options.minutes();
        List<Fate> fates = List.of(
                new Fate(cerebro), new Fate(new Flagger(1)), new Fate(new Flagger(5)), new Fate(new Kayenta(seconds)));
        for (int second = 1; second <= seconds; second++) {
            Traffic.Second now = traffic.at(second, random);
            fates.forEach(fate -> fate.look(now.stable(), now.canary()));
        }
        return fates;
    }
}
