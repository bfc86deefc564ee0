package io.cerebro.release;

import io.cerebro.document.Amounts;
import io.cerebro.document.Nearest;
import io.cerebro.realm.GateSettings;
import io.cerebro.realm.GateSettings.NotEnoughData;
import io.cerebro.realm.LatencySettings;
import io.cerebro.realm.TaskSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a caller changes of a realm's defaults: texts by field name, the same names in every adapter. A blank text changes
 * nothing.
 */
public record Overrides(Map<String, String> fields) {
    public static final Overrides NONE = new Overrides(Map.of());

    /** All field names, in the order of a release. */
    public static final List<String> NAMES = List.of(
            "isolatedBake",
            "percent",
            "partialBake",
            "hold",
            "canaryInstances",
            "maxErrorRate",
            "tolerance",
            "falseAlarms",
            "acceptedRatio",
            "acceptedErrorRate",
            "minErrors",
            "minRequests",
            "latencyTolerance",
            "latencyAcceptedRatio",
            "latencyQuantile",
            "latencyWarmUp",
            "taskFailures",
            "killedForMemory",
            "checks",
            "onNotEnoughData",
            "healthyWithin",
            "routerWithin",
            "drain");

    /** @throws IllegalArgumentException for a name that is none */
    public Overrides {
        Map<String, String> given = new TreeMap<>();
        fields.forEach((name, text) -> {
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("there is no field '" + name + "'" + Nearest.hint(name, NAMES));
            }
            if (!text.isBlank()) {
                given.put(name, text.strip());
            }
        });
        fields = Map.copyOf(given);
    }

    /** All that these settings say, as texts. */
    public static Overrides of(Settings settings) {
        GateSettings gate = settings.gate();
        return new Overrides(Map.ofEntries(
                Map.entry("isolatedBake", Amounts.text(settings.isolatedBake())),
                Map.entry("percent", Amounts.text(settings.percent())),
                Map.entry("partialBake", Amounts.text(settings.partialBake())),
                Map.entry("hold", Amounts.text(settings.hold())),
                Map.entry(
                        "canaryInstances",
                        settings.canaryInstances().map(Object::toString).orElse("")),
                Map.entry("maxErrorRate", Amounts.percentage(gate.maxErrorRate())),
                Map.entry("tolerance", Amounts.text(gate.tolerance())),
                Map.entry("falseAlarms", Amounts.percentage(gate.falseAlarms())),
                Map.entry("acceptedRatio", Amounts.text(gate.acceptedRatio())),
                Map.entry("acceptedErrorRate", Amounts.percentage(gate.acceptedErrorRate())),
                Map.entry("minErrors", Integer.toString(gate.minErrors())),
                Map.entry("minRequests", Integer.toString(gate.minRequests())),
                Map.entry("latencyTolerance", Amounts.text(gate.latency().tolerance())),
                Map.entry("latencyAcceptedRatio", Amounts.text(gate.latency().acceptedRatio())),
                Map.entry("latencyQuantile", Amounts.percentage(gate.latency().quantile())),
                Map.entry("latencyWarmUp", Amounts.text(gate.latency().warmUp())),
                Map.entry("taskFailures", Integer.toString(gate.tasks().failures())),
                Map.entry("killedForMemory", Integer.toString(gate.tasks().killedForMemory())),
                Map.entry("checks", gate.checks().stream().map(URI::toString).collect(Collectors.joining(" "))),
                Map.entry("onNotEnoughData", Amounts.name(gate.onNotEnoughData())),
                Map.entry("healthyWithin", Amounts.text(settings.healthy())),
                Map.entry("routerWithin", Amounts.text(settings.router())),
                Map.entry("drain", Amounts.text(settings.drain()))));
    }

    /**
     * The defaults with these changes.
     *
     * @throws IllegalArgumentException that names the field and what is allowed in it
     */
    public Settings over(Settings defaults) {
        return new Settings(
                duration("isolatedBake", defaults.isolatedBake()),
                percent(defaults.percent()),
                duration("partialBake", defaults.partialBake()),
                duration("hold", defaults.hold()),
                gate(defaults.gate()),
                field("canaryInstances", "a whole number from 1 to 10000", count(10_000))
                        .or(defaults::canaryInstances),
                duration("healthyWithin", defaults.healthy()),
                duration("routerWithin", defaults.router()),
                duration("drain", defaults.drain()));
    }

    private GateSettings gate(GateSettings defaults) {
        return new GateSettings(
                field("maxErrorRate", "a percentage from 0 % to 100 %, such as 5 %", Overrides::share)
                        .orElse(defaults.maxErrorRate()),
                field("minErrors", "a whole number from 1", count(Integer.MAX_VALUE))
                        .orElse(defaults.minErrors()),
                field("minRequests", "a whole number from 1", count(Integer.MAX_VALUE))
                        .orElse(defaults.minRequests()),
                field(
                                "onNotEnoughData",
                                "one of " + Amounts.names(NotEnoughData.class),
                                text -> Amounts.choice(NotEnoughData.class, text))
                        .orElse(defaults.onNotEnoughData()),
                field("tolerance", "a number from 1, such as 1.5", Overrides::fromOne)
                        .orElse(defaults.tolerance()),
                field("falseAlarms", "a percentage above 0 % and below 100 %, such as 1 %", Overrides::inner)
                        .orElse(defaults.falseAlarms()),
                field("acceptedRatio", "a number above 1, such as 5", Overrides::aboveOne)
                        .orElse(defaults.acceptedRatio()),
                field("acceptedErrorRate", "a percentage above 0 % and below 100 %, such as 0.5 %", Overrides::inner)
                        .orElse(defaults.acceptedErrorRate()),
                latency(defaults.latency()),
                tasks(defaults.tasks()),
                field(
                                "checks",
                                "URLs separated by spaces, such as http://shop.example.com/orders/health",
                                Overrides::checks)
                        .orElse(defaults.checks()));
    }

    private LatencySettings latency(LatencySettings defaults) {
        return new LatencySettings(
                field("latencyTolerance", "a number from 1, such as 1.5", Overrides::fromOne)
                        .orElse(defaults.tolerance()),
                field("latencyAcceptedRatio", "a number above 1, such as 2.5", Overrides::aboveOne)
                        .orElse(defaults.acceptedRatio()),
                field("latencyQuantile", "a percentage above 0 % and below 100 %, such as 95 %", Overrides::inner)
                        .orElse(defaults.quantile()),
                duration("latencyWarmUp", defaults.warmUp()));
    }

    private TaskSettings tasks(TaskSettings defaults) {
        return new TaskSettings(
                field("taskFailures", "a whole number from 1", count(Integer.MAX_VALUE))
                        .orElse(defaults.failures()),
                field("killedForMemory", "a whole number from 1", count(Integer.MAX_VALUE))
                        .orElse(defaults.killedForMemory()));
    }

    private static Optional<Double> fromOne(String text) {
        return number(text).filter(times -> times >= 1);
    }

    private static Optional<Double> aboveOne(String text) {
        return number(text).filter(times -> times > 1);
    }

    private static Optional<List<URI>> checks(String text) {
        try {
            return Optional.of(GateSettings.checks(text));
        } catch (IllegalArgumentException notAUrl) {
            return Optional.empty();
        }
    }

    private Duration duration(String name, Duration otherwise) {
        return field(name, "a duration such as 30s, 5m or 1h", Amounts::duration)
                .orElse(otherwise);
    }

    private double percent(double otherwise) {
        return field(
                        "percent",
                        "a number above 0 and up to 100, such as 10",
                        text -> number(text.endsWith("%") ? text.substring(0, text.length() - 1) : text)
                                .filter(percent -> percent >= 0.01 && percent <= 100))
                .orElse(otherwise);
    }

    private <T> Optional<T> field(String name, String allowed, Function<String, Optional<T>> parse) {
        return Optional.ofNullable(fields.get(name))
                .map(text -> parse.apply(text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                name + " must be " + allowed + ", but is '" + withoutUser(text) + "'")));
    }

    /** Who gives a URL a password by mistake reads of it without. */
    private static String withoutUser(String text) {
        return text.replaceAll("//[^/@\\s]*@", "//****@");
    }

    /** With or without its percent sign. */
    private static Optional<Double> share(String text) {
        return Amounts.percentage(text.endsWith("%") ? text : text + "%");
    }

    private static Optional<Double> inner(String text) {
        return share(text).filter(share -> share > 0 && share < 1);
    }

    private static Function<String, Optional<Integer>> count(int most) {
        return text -> text.matches("\\d{1,10}")
                ? Optional.of(Long.valueOf(text))
                        .filter(n -> n >= 1 && n <= most)
                        .map(Long::intValue)
                : Optional.empty();
    }

    private static Optional<Double> number(String text) {
        return text.strip().matches("\\d{1,9}(\\.\\d{1,9})?")
                ? Optional.of(Double.valueOf(text.strip()))
                : Optional.empty();
    }
}
