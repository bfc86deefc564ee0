package io.cerebro.report;

import io.cerebro.release.Lap;
import io.cerebro.release.Observation;
import io.cerebro.traffic.Counts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stable and canary answered over time, and what the gate made of it: every request in exactly one sample, and about 300 samples however long it lasts.
 *
 * @param grain the length that a sample has at most, where there was a look within it; doubles when the samples get too many
 */
public record Traffic(Duration grain, List<Sample> samples) {
    static final Traffic NONE = new Traffic(Duration.ofSeconds(1), List.of());
    private static final int MOST = 300;
    private static final Set<String> TAKES_THE_SHARE_AWAY = Set.of("off", "hand-over");

    public Traffic {
        samples = List.copyOf(samples);
    }

    /** @param before the observation before, whose counts are behind */
    Traffic with(Observation seen, Optional<Observation> before) {
        if (!samples.isEmpty() && !seen.at().isAfter(last().at())) {
            return this;
        }
        Optional<Observation> base = before.filter(earlier -> follows(seen, earlier));
        Counts stable = seen.stable().minus(base.map(Observation::stable).orElse(Counts.NONE));
        Counts canary = seen.canary().minus(base.map(Observation::canary).orElse(Counts.NONE));
        return plus(new Sample(
                seen.at(),
                seen.stage(),
                seen.share().basisPoints(),
                stable,
                canary,
                Optional.of(seen.verdict().kind()),
                seen.reading()));
    }

    /** Counts start again at each stage. */
    private static boolean follows(Observation seen, Observation earlier) {
        return seen.stage().equals(earlier.stage())
                && seen.stable().follows(earlier.stable())
                && seen.canary().follows(earlier.canary());
    }

    Traffic after(Lap lap) {
        boolean had = !samples.isEmpty() && last().basisPoints() > 0;
        return had && TAKES_THE_SHARE_AWAY.contains(lap.stage())
                ? plus(new Sample(
                        lap.ended(), lap.stage(), 0, Counts.NONE, Counts.NONE, Optional.empty(), Optional.empty()))
                : this;
    }

    private Traffic plus(Sample next) {
        List<Sample> more = new ArrayList<>(samples);
        add(more, next, grain);
        Traffic longer = new Traffic(grain, more);
        return more.size() > MOST ? longer.coarser(grain.multipliedBy(2)) : longer;
    }

    /** With neighbours merged into samples of at most this length. */
    Traffic coarser(Duration length) {
        List<Sample> merged = new ArrayList<>();
        samples.forEach(sample -> add(merged, sample, length));
        return new Traffic(length, merged);
    }

    /** The first sample of a stage or a share is never merged: it says when that began. */
    private static void add(List<Sample> samples, Sample next, Duration length) {
        int last = samples.size() - 1;
        boolean merges = last > 0
                && samples.get(last).continues(samples.get(last - 1))
                && next.continues(samples.get(last))
                && !next.at().isAfter(samples.get(last - 1).at().plus(length));
        if (merges) {
            samples.set(last, samples.get(last).plus(next));
        } else {
            samples.add(next);
        }
    }

    private Sample last() {
        return samples.get(samples.size() - 1);
    }

    /** All that stable answered while it was watched. */
    public Counts stable() {
        return samples.stream().map(Sample::stable).reduce(Counts.NONE, Counts::plus);
    }

    /** All that the canary answered while it was watched. */
    public Counts canary() {
        return samples.stream().map(Sample::canary).reduce(Counts.NONE, Counts::plus);
    }
}
