package io.cerebro.gate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cerebro.realm.GateSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A canary's stage before the gate: what the load balancers and the realm's other sources have shown since it began, and the verdict.
 * Immutable; survives as JSON.
 *
 * <p>Any finding that fails the canary fails it. It passes when all that are needed do. As each of several may be wrong, each has to show more to fail it.
 *
 * @param timedFrom from when on it is compared how long requests take; empty where it never is
 * @param traffic as the load balancers counted it
 * @param sources as each other source did, by its name
 * @param findings at the last look; that of the load balancers first
 */
public record Hearing(
        Optional<Instant> timedFrom,
        Window traffic,
        Map<String, Window> sources,
        List<Finding> findings,
        Verdict verdict) {
    private static final String ERRORS = "errors";

    public Hearing {
        sources = Map.copyOf(sources);
        findings = List.copyOf(findings);
    }

    /**
     * Begins at this look.
     *
     * @param warmUp for how long it does not count how long requests take; empty where it never does
     */
    public static Hearing open(
            Instant now, Map<String, Counters> loadBalancers, Learned learned, Optional<Duration> warmUp) {
        Map<String, Window> sources = new HashMap<>();
        learned.sources().forEach((name, evidence) -> sources.put(name, Window.open(now, Map.of(), evidence)));
        return new Hearing(
                warmUp.map(now::plus),
                Window.open(now, loadBalancers, learned.traffic()),
                sources,
                List.of(),
                Verdict.notEnoughData("just started"));
    }

    /**
     * With what has happened since the last look.
     *
     * @param heard from each of the realm's sources, by its name
     * @param others who compare nothing: what has become of the canary's tasks, and of its checks
     */
    public Hearing look(
            Instant now,
            Map<String, Counters> loadBalancers,
            Map<String, Heard> heard,
            List<Finding> others,
            Judge judge,
            GateSettings settings) {
        Window seen = traffic.advance(now, loadBalancers, timedFrom);
        Map<String, Window> windows = new TreeMap<>();
        heard.forEach((name, said) -> windows.put(
                name,
                sources.getOrDefault(name, Window.open(traffic.since(), Map.of(), Evidence.none(settings)))
                        .hear(said.at(), said.counters(), timedFrom)));
        int among = respects(seen, windows);
        List<Finding> found = new ArrayList<>();
        found.addAll(findings(Finding.TRAFFIC, seen, judge, settings, among));
        windows.forEach((name, window) -> found.addAll(heard.getOrDefault(name, Heard.NOTHING)
                .silent()
                .map(cause -> List.of(Finding.of(name, ERRORS, Verdict.notEnoughData(cause))))
                .orElseGet(() -> findings(name, window, judge, settings, among))));
        found.addAll(cold(windows));
        found.addAll(others);
        return new Hearing(timedFrom, seen, windows, found, verdict(found));
    }

    private static int respects(Window traffic, Map<String, Window> sources) {
        long timed = Stream.concat(Stream.of(traffic), sources.values().stream())
                .filter(window -> window.evidence().timing().seen())
                .count();
        return 1 + sources.size() + (int) timed;
    }

    private static List<Finding> findings(String source, Window window, Judge judge, GateSettings settings, int among) {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(
                source,
                ERRORS,
                window.stable(),
                window.canary(),
                judge.judge(window, settings, among),
                Optional.of(Reading.of(window, settings, among))));
        Timing timing = window.evidence().timing();
        if (timing.seen()) {
            findings.add(LatencyJudge.judge(source, timing, window.length(), settings, among));
        }
        return findings;
    }

    /** A source that was given bounds is to judge by them; nothing passes before it can. */
    private List<Finding> cold(Map<String, Window> windows) {
        return timedFrom.stream()
                .flatMap(from -> windows.entrySet().stream()
                        .filter(source -> source.getValue().times()
                                && !source.getValue().evidence().timing().seen()
                                && source.getValue().lastLook().isBefore(from))
                        .map(source -> Finding.of(
                                source.getKey(),
                                "latency",
                                Verdict.notEnoughData("how long requests take is compared once the canary is warm"))))
                .toList();
    }

    private static Verdict verdict(List<Finding> findings) {
        List<Finding> needed = findings.stream().filter(Hearing::needed).toList();
        return of(Verdict.Kind.FAIL, findings)
                .or(() -> of(Verdict.Kind.NOT_ENOUGH_DATA, needed))
                .or(() -> of(Verdict.Kind.PASS, findings))
                .orElseThrow();
    }

    /** How long load balancers see requests take is looked at without being asked for: it can fail a canary, and holds none up. */
    private static boolean needed(Finding finding) {
        return !finding.source().equals(Finding.TRAFFIC) || finding.respect().equals(ERRORS);
    }

    private static Optional<Verdict> of(Verdict.Kind kind, List<Finding> findings) {
        Predicate<Finding> such = finding -> finding.verdict().kind() == kind;
        return findings.stream().anyMatch(such)
                ? Optional.of(new Verdict(
                        kind, findings.stream().filter(such).map(Hearing::words).collect(Collectors.joining("; "))))
                : Optional.empty();
    }

    private static String words(Finding finding) {
        return finding.source().equals(Finding.TRAFFIC)
                ? finding.verdict().because()
                : finding.source() + ": " + finding.verdict().because();
    }

    /** The same without an answer: what cannot be seen cannot be judged. What was seen before counts again when there is one. */
    public Hearing unseen(String because) {
        return new Hearing(timedFrom, traffic, sources, findings, Verdict.notEnoughData(because));
    }

    /** Where the tests of the load balancers' counts stood at the last look. */
    @JsonIgnore
    public Optional<Reading> reading() {
        return findings.stream().findFirst().flatMap(Finding::reading);
    }

    /** What all but the load balancers found. */
    @JsonIgnore
    public List<Finding> others() {
        return findings.stream().skip(1).toList();
    }

    @JsonIgnore
    public Learned learned() {
        return new Learned(
                traffic.evidence().next(),
                sources.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                source -> source.getValue().evidence().next())));
    }

    @JsonIgnore
    public boolean failed() {
        return verdict.kind() == Verdict.Kind.FAIL;
    }

    /** Whether a check has not been answered yet, or not well. */
    @JsonIgnore
    public boolean checking() {
        return findings.stream()
                .filter(finding -> finding.respect().equals(Checks.ANSWERS))
                .anyMatch(finding -> finding.verdict().kind() == Verdict.Kind.NOT_ENOUGH_DATA);
    }
}
