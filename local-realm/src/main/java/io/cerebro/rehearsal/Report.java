package io.cerebro.rehearsal;

import io.cerebro.release.Lap;
import io.cerebro.report.ReleaseReport;
import io.cerebro.report.ReportJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a release did, by its own report, beside what the clients of the service saw meanwhile. */
record Report(String title, List<Lap> laps, List<Sample> samples) {
    /** A share that is being changed is neither the old one nor the new one. */
    private static final Duration EDGE = Duration.ofMillis(300);

    Report {
        laps = List.copyOf(laps);
        samples = List.copyOf(samples);
    }

    static Report read(String title, Path file, List<Sample> samples) {
        try {
            ReleaseReport report = ReportJson.read(Files.readString(file));
            Instant from = report.subject().startedAt();
            List<Sample> during = samples.stream()
                    .filter(sample -> !sample.asked().isBefore(from))
                    .toList();
            return new Report(title, report.course().laps(), during);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requests while the stage had its share, its edges left out. */
    List<Sample> within(String stage) {
        return laps.stream()
                .filter(lap -> lap.stage().equals(stage))
                .flatMap(lap -> samples.stream()
                        .filter(sample -> sample.within(lap.began().plus(EDGE), lap.ended())))
                .toList();
    }

    /** The percentage of the requests without the header that this version served in the stage. */
    double share(String stage, String version) {
        List<Sample> plain =
                within(stage).stream().filter(sample -> !sample.byHeader()).toList();
        long served = plain.stream()
                .filter(sample -> sample.version().equals(version))
                .count();
        return plain.isEmpty() ? 0 : 100.0 * served / plain.size();
    }

    /** Seconds from the first failed answer to the last one. */
    double badSeconds() {
        List<Instant> bad = samples.stream()
                .filter(Sample::failed)
                .map(Sample::answered)
                .sorted()
                .toList();
        return bad.isEmpty()
                ? 0
                : Duration.between(bad.get(0), bad.get(bad.size() - 1)).toMillis() / 1000.0;
    }

    List<String> rows() {
        return laps.stream().map(this::row).toList();
    }

    private String row(Lap lap) {
        List<Sample> seen = samples.stream()
                .filter(sample -> sample.within(lap.began(), lap.ended()))
                .toList();
        long failed = seen.stream().filter(Sample::failed).count();
        return String.format(
                "%-14s %-9s %7.1f %9d %7d  %-24s %s",
                title,
                lap.stage(),
                Duration.between(lap.began(), lap.ended()).toMillis() / 1000.0,
                seen.size(),
                failed,
                served(seen, false),
                served(seen, true));
    }

    private static String served(List<Sample> seen, boolean byHeader) {
        Map<String, Long> versions = seen.stream()
                .filter(sample -> sample.byHeader() == byHeader)
                .collect(Collectors.groupingBy(sample -> name(sample.version()), TreeMap::new, Collectors.counting()));
        return versions.entrySet().stream()
                .map(version -> version.getKey() + " " + version.getValue())
                .collect(Collectors.joining(", "));
    }

    /** How many failed in which way, of a stage and a version. */
    List<String> failures() {
        Map<String, Long> ways = samples.stream()
                .filter(Sample::failed)
                .collect(Collectors.groupingBy(
                        sample -> sample.failure() + " from " + name(sample.version()),
                        TreeMap::new,
                        Collectors.counting()));
        return ways.entrySet().stream()
                .map(way -> title + ": " + way.getValue() + " x " + way.getKey())
                .toList();
    }

    private static String name(String version) {
        return version.isEmpty() ? "none" : version;
    }

    static String heading() {
        return String.format(
                "%-14s %-9s %7s %9s %7s  %-24s %s",
                "release", "stage", "seconds", "requests", "failed", "served by", "served by, with the header");
    }
}
