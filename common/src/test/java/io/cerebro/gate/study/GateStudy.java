package io.cerebro.gate.study;

import io.cerebro.gate.study.Traffic.Canary;
import io.cerebro.gate.study.Traffic.Shape;
import io.cerebro.realm.GateSettings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How often the gate rolls a good canary back, and how soon a bad one, next to the rules of others on the same traffic.
 *
 * <p>A good canary fails at most {@code tolerance} times as often as the stable app. {@link Options} says what can be varied.
 */
public final class GateStudy {
    private static final String GOOD_HEAD = """
            | errors | requests/s | stable | canary | rolled back (95 %% interval) | passed | after | Flagger, threshold 1: rolled back \
            | threshold 5 | Kayenta: rolled back |
            |---|---|---|---|---|---|---|---|---|---|
            """.replace("%%", "%");
    private static final String BAD_HEAD = """
            | errors | requests/s | stable | canary | rolled back | after | bad answers | Flagger, threshold 1: rolled back | bad answers \
            | threshold 5: rolled back | bad answers | Kayenta: rolled back |
            |---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    private final Options options;

    GateStudy(Options options) {
        this.options = options;
    }

    public static void main(String[] args) {
        GateStudy study = new GateStudy(Options.of(args));
        System.out.println(study.title());
        study.good();
        study.bad();
        new LatencyStudy(study.options).print();
    }

    private String title() {
        return String.format(
                Locale.ROOT,
                "%d runs each of %d minutes, a look a second, share %s, %d s of the stable app alone before, seed %d.",
                options.runs(),
                options.minutes(),
                percent(options.share()),
                options.warmUp(),
                options.seed());
    }

    private void good() {
        System.out.print("\nGood canaries\n\n" + GOOD_HEAD);
        long runs = 0;
        long rolledBack = 0;
        for (Traffic traffic : traffics().stream().filter(GateStudy::isGood).toList()) {
            Cell cell = Cell.run(traffic, options);
            System.out.printf(
                    "| %s | %s | %s | %s | %s | %s |%n",
                    kind(traffic),
                    cell.cerebro().rolledBackWithin(),
                    cell.cerebro().passedText() + " | " + cell.cerebro().passedAfter(),
                    cell.flagger().rolledBackText(),
                    cell.patientFlagger().rolledBackText(),
                    cell.kayenta().rolledBackText());
            runs += options.runs();
            rolledBack += cell.cerebro().rolledBack();
        }
        System.out.printf(
                "%nOf %d good canaries %d were rolled back: %s.%n", runs, rolledBack, Fates.within(rolledBack, runs));
    }

    private void bad() {
        System.out.print("\nBad canaries; bad answers are the mean of all runs\n\n" + BAD_HEAD);
        for (Traffic traffic : traffics().stream().filter(each -> !isGood(each)).toList()) {
            Cell cell = Cell.run(traffic, options);
            System.out.printf(
                    "| %s | %s | %s | %s | %s | %s |%n",
                    kind(traffic),
                    cell.cerebro().rolledBackText() + " | " + cell.cerebro().after(),
                    round(cell.cerebro().badAnswers()),
                    fewer(cell, cell.flagger()),
                    fewer(cell, cell.patientFlagger()),
                    cell.kayenta().rolledBackText());
        }
    }

    /** How many bad answers there were, and how many times as many that is. */
    private static String fewer(Cell cell, Fates other) {
        return other.rolledBackText() + " | " + round(other.badAnswers()) + ", x"
                + round(other.badAnswers() / cell.cerebro().badAnswers());
    }

    static boolean isGood(Traffic traffic) {
        return traffic.ratio() <= GateSettings.DEFAULT.tolerance();
    }

    private List<Traffic> traffics() {
        List<Traffic> all = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            for (double stable : options.stable()) {
                if (stable > 0 || shape == Shape.STEADY || shape == Shape.TOGETHER) {
                    options.rates()
                            .forEach(rate -> canaries(shape, stable)
                                    .forEach(canary ->
                                            all.add(new Traffic(shape, rate, options.share(), stable, canary))));
                }
            }
        }
        return all;
    }

    private List<Canary> canaries(Shape shape, double stable) {
        List<Canary> all = new ArrayList<>();
        options.multiples().stream()
                .filter(multiple -> stable > 0 || multiple == 1)
                .filter(multiple -> multiple <= GateSettings.DEFAULT.tolerance() || shape == Shape.STEADY)
                .filter(multiple -> multiple == 1 || shape != Shape.SILENT)
                .forEach(multiple -> all.add(new Canary(multiple, 0)));
        if (shape != Shape.SILENT) {
            options.canary().stream().filter(rate -> rate > stable).forEach(rate -> all.add(new Canary(1, rate)));
        }
        return all;
    }

    private static String kind(Traffic traffic) {
        Canary canary = traffic.canary();
        return String.join(
                " | ",
                traffic.shape().toString(),
                text(traffic.perSecond()),
                percent(traffic.stableRate()),
                canary.least() > 0 ? percent(canary.least()) : "x" + text(canary.multiple()));
    }

    private static String percent(double part) {
        return text(100 * part) + " %";
    }

    private static String text(double number) {
        return new BigDecimal(number)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String round(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.1f" : "%.0f", number);
    }
}
