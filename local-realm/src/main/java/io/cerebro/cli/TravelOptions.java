package io.cerebro.cli;

import io.cerebro.release.Overrides;
import io.cerebro.release.Settings;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a caller may change of the realm's defaults. */
final class TravelOptions {
    private final Map<String, String> given = new TreeMap<>();

    Settings over(Settings realm) {
        return new Overrides(given).over(realm);
    }

    @Option(
            names = "--percent",
            paramLabel = "N",
            description = "The canary's share of the traffic in stage partial. Default: the realm's, else 10.")
    private void percent(@Nullable String value) {
        give("percent", value);
    }

    @Option(
            names = "--isolated-bake",
            paramLabel = "TIME",
            description = "How long the canary is watched while only the header reaches it, such as 30s.")
    private void isolatedBake(@Nullable String value) {
        give("isolatedBake", value);
    }

    @Option(
            names = "--partial-bake",
            paramLabel = "TIME",
            description = "How long the canary is watched with its share, such as 5m.")
    private void partialBake(@Nullable String value) {
        give("partialBake", value);
    }

    @Option(
            names = "--hold",
            paramLabel = "TIME",
            description = "How long a gate that does not know waits for a person, such as 1h.")
    private void hold(@Nullable String value) {
        give("hold", value);
    }

    @Option(
            names = "--canary-instances",
            paramLabel = "N",
            description = "Instances of the canary. Default: enough for its share.")
    private void canaryInstances(@Nullable String value) {
        give("canaryInstances", value);
    }

    @Option(
            names = "--max-error-rate",
            paramLabel = "RATE",
            description = "Share of failed requests that a canary may have at most, such as 5 %%. Default: any.")
    private void maxErrorRate(@Nullable String value) {
        give("maxErrorRate", value);
    }

    @Option(
            names = "--tolerance",
            paramLabel = "TIMES",
            description = "By how many times the stable version's own error rate may be exceeded.")
    private void tolerance(@Nullable String value) {
        give("tolerance", value);
    }

    @Option(
            names = "--false-alarms",
            paramLabel = "RATE",
            description = "How likely a good canary may be failed, however often it is looked at, such as 1 %%.")
    private void falseAlarms(@Nullable String value) {
        give("falseAlarms", value);
    }

    @Option(
            names = "--accepted-ratio",
            paramLabel = "TIMES",
            description = "A canary passes that fails less than so many times as often as the stable version.")
    private void acceptedRatio(@Nullable String value) {
        give("acceptedRatio", value);
    }

    @Option(
            names = "--accepted-error-rate",
            paramLabel = "RATE",
            description = "A canary passes that fails less than this share of its requests, such as 0.5 %%.")
    private void acceptedErrorRate(@Nullable String value) {
        give("acceptedErrorRate", value);
    }

    @Option(
            names = "--min-errors",
            paramLabel = "N",
            description = "Fewer failed requests than this never fail a canary.")
    private void minErrors(@Nullable String value) {
        give("minErrors", value);
    }

    @Option(
            names = "--min-requests",
            paramLabel = "N",
            description = "Fewer requests than this are not enough to pass.")
    private void minRequests(@Nullable String value) {
        give("minRequests", value);
    }

    @Option(
            names = "--latency-tolerance",
            paramLabel = "TIMES",
            description = "By how many times the stable version's odds of a slow request may be exceeded.")
    private void latencyTolerance(@Nullable String value) {
        give("latencyTolerance", value);
    }

    @Option(
            names = "--latency-accepted-ratio",
            paramLabel = "TIMES",
            description = "A canary passes that is slow less than so many times as often as the stable version.")
    private void latencyAcceptedRatio(@Nullable String value) {
        give("latencyAcceptedRatio", value);
    }

    @Option(
            names = "--latency-quantile",
            paramLabel = "RATE",
            description =
                    "Slow is what takes longer than the stable version does for this share of its requests, such as 95 %%.")
    private void latencyQuantile(@Nullable String value) {
        give("latencyQuantile", value);
    }

    @Option(
            names = "--latency-warm-up",
            paramLabel = "TIME",
            description =
                    "For how long nobody looks at how long requests take, after the canary has got its share, such as 20s.")
    private void latencyWarmUp(@Nullable String value) {
        give("latencyWarmUp", value);
    }

    @Option(
            names = "--task-failures",
            paramLabel = "N",
            description = "So many tasks that end by themselves or fall ill fail a canary.")
    private void taskFailures(@Nullable String value) {
        give("taskFailures", value);
    }

    @Option(
            names = "--killed-for-memory",
            paramLabel = "N",
            description = "So many tasks that are killed for their memory fail a canary.")
    private void killedForMemory(@Nullable String value) {
        give("killedForMemory", value);
    }

    @Option(
            names = "--checks",
            paramLabel = "URLS",
            description =
                    "Asked every 5 s as one who wants the canary, separated by spaces; three bad answers in a row fail it.")
    private void checks(@Nullable String value) {
        give("checks", value);
    }

    @Option(
            names = "--on-not-enough-data",
            paramLabel = "WHAT",
            description = "What to do when the gate cannot know: hold (for a person, the default), promote, rollback.")
    private void onNotEnoughData(@Nullable String value) {
        give("onNotEnoughData", value);
    }

    @Option(
            names = "--healthy-within",
            paramLabel = "TIME",
            description = "How long instances may take until they serve, such as 5m.")
    private void healthyWithin(@Nullable String value) {
        give("healthyWithin", value);
    }

    private void give(String field, @Nullable String value) {
        if (value != null) {
            given.put(field, value);
        }
    }
}
