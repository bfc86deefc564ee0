package io.cerebro.gate.study;

import io.cerebro.gate.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How often the gate rolls a good canary back, and how soon a bad one, next to the rules of others on traffic of the same kind.
 *
 * <p>Options: {@code --seed N --runs N --minutes N --rates 5,20,100,1000 --stable 0,0.1,1 --multiples 1,1.5,2,5,10,100 --canary 5
 * --share 10}.
 */
public final class GateStudy {
    private static final int WARM_UP = 120;

    private final Options options;

    /** What is varied. */
    record Options(
            long seed,
            int runs,
            int minutes,
            double share,
            double canary,
            List<Double> rates,
            List<Double> stable,
            List<Double> multiples) {
        static Options of(String[] args) {
            return new Options(
                    Long.parseLong(option(args, "--seed", "1")),
                    Integer.parseInt(option(args, "--runs", "400")),
                    Integer.parseInt(option(args, "--minutes", "30")),
                    Double.parseDouble(option(args, "--share", "10")) / 100,
                    Double.parseDouble(option(args, "--canary", "5")) / 100,
                    numbers(option(args, "--rates", "5,20,100,1000")),
                    numbers(option(args, "--stable", "0,0.1,1")),
                    numbers(option(args, "--multiples", "1,1.5,2,5,10,100")));
        }

        private static String option(String[] args, String name, String otherwise) {
            int at = Arrays.asList(args).indexOf(name);
            return at < 0 ? otherwise : args[at + 1];
        }

        private static List<Double> numbers(String text) {
            return Arrays.stream(text.split(",")).map(Double::valueOf).toList();
        }
    }

    /** What became of one canary; {@code second} is that of the verdict, or the last one. */
    record Run(Verdict.Kind verdict, int second, long badAnswers, boolean passedUnseen) {}

    GateStudy(Options options) {
        this.options = options;
    }

    public static void main(String[] args) {
        System.out.print(new GateStudy(Options.of(args)).table());
    }

    String table() {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "%d runs each of %d minutes, a look a second, share %.0f %%, seed %d.%n%n",
                options.runs(),
                options.minutes(),
                100 * options.share(),
                options.seed()));
        out.append(
                "| errors | requests/s | stable | canary | Cerebro: rolled back | after | bad answers | passed by then"
                        + " | Flagger: rolled back | bad answers | Kayenta: rolled back |\n");
        out.append("|---|---|---|---|---|---|---|---|---|---|---|\n");
        traffics().forEach(traffic -> out.append(row(traffic)));
        return out.toString();
    }

    private List<Traffic> traffics() {
        List<Traffic> all = new ArrayList<>();
        for (Traffic.Shape shape : Traffic.Shape.values()) {
            for (double stable : options.stable()) {
                for (double rate : options.rates()) {
                    options.multiples().stream()
                            .filter(multiple -> stable > 0 || multiple == 1)
                            .filter(multiple -> shape == Traffic.Shape.STEADY || multiple == 1)
                            .forEach(multiple ->
                                    all.add(new Traffic(shape, rate, options.share(), stable / 100, multiple, 0)));
                    if (shape == Traffic.Shape.STEADY) {
                        all.add(new Traffic(shape, rate, options.share(), stable / 100, 1, options.canary()));
                    }
                }
            }
        }
        return all;
    }

    private String row(Traffic traffic) {
        int seconds = 60 * options.minutes();
        List<Run> ours = runs(traffic, Cerebro::new);
        List<Run> flagger = runs(traffic, Flagger::new);
        List<Run> kayenta = runs(traffic, () -> new Kayenta(seconds));
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %s %% | %s | %s | %s | %s | %s | %s | %s | %s |%n",
                traffic.shape().name().toLowerCase(Locale.ROOT),
                traffic.perSecond(),
                text(100 * traffic.stableRate()),
                traffic.least() > 0 ? text(100 * traffic.least()) + " %" : "x" + text(traffic.multiple()),
                failed(ours),
                median(ours, false),
                median(ours, true),
                share(ours, Verdict.Kind.PASS),
                failed(flagger),
                median(flagger, true),
                failed(kayenta));
    }

    List<Run> runs(Traffic traffic, Supplier<Rule> rules) {
        return IntStream.range(0, options.runs())
                .parallel()
                .mapToObj(run -> run(traffic, rules.get(), new SplittableRandom(options.seed() * 1_000_003 + run)))
                .toList();
    }

    private Run run(Traffic traffic, Rule rule, SplittableRandom random) {
        if (rule instanceof Cerebro cerebro) {
            for (int second = 0; second < WARM_UP; second++) {
                cerebro.before(traffic.at(second, random).stable());
            }
        }
        long bad = 0;
        long requests = 0;
        boolean passed = false;
        boolean unseen = false;
        for (int second = 1; second <= 60 * options.minutes(); second++) {
            Traffic.Second now = traffic.at(second, random);
            bad += now.canary().errors();
            requests += now.canary().requests();
            Verdict.Kind said = rule.look(now.stable(), now.canary());
            if (said == Verdict.Kind.FAIL) {
                return new Run(said, second, bad, unseen);
            }
            passed |= said == Verdict.Kind.PASS;
            unseen |= said == Verdict.Kind.PASS && requests == 0;
        }
        return new Run(passed ? Verdict.Kind.PASS : Verdict.Kind.NOT_ENOUGH_DATA, 60 * options.minutes(), bad, unseen);
    }

    private static String failed(List<Run> runs) {
        return share(runs, Verdict.Kind.FAIL);
    }

    static double rate(List<Run> runs, Verdict.Kind kind) {
        return (double) runs.stream().filter(run -> run.verdict() == kind).count() / runs.size();
    }

    private static String share(List<Run> runs, Verdict.Kind kind) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * rate(runs, kind));
    }

    /** Of those that were rolled back. */
    private static String median(List<Run> runs, boolean bad) {
        long[] values = runs.stream()
                .filter(run -> run.verdict() == Verdict.Kind.FAIL)
                .mapToLong(run -> bad ? run.badAnswers() : run.second())
                .sorted()
                .toArray();
        return values.length == 0 ? "" : values[values.length / 2] + (bad ? "" : " s");
    }

    private static String text(double number) {
        return number == Math.rint(number) ? Long.toString(Math.round(number)) : Double.toString(number);
    }
}
