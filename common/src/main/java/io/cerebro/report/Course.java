package io.cerebro.report;

import io.cerebro.gate.Verdict;
import io.cerebro.release.Lap;
import io.cerebro.release.Observation;
import io.cerebro.release.Outcome;
import io.cerebro.release.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a release went, as far as it has got.
 *
 * @param laps the stages that are behind
 * @param underWay the stage that is not; empty before the first look and after the end
 * @param approver who let it go on, where a person had to
 */
public record Course(
        List<Lap> laps,
        Optional<UnderWay> underWay,
        Traffic traffic,
        Optional<String> approver,
        Optional<Instant> endedAt,
        Optional<Outcome> outcome) {
    static final Course BEGIN =
            new Course(List.of(), Optional.empty(), Traffic.NONE, Optional.empty(), Optional.empty(), Optional.empty());

    public Course {
        laps = List.copyOf(laps);
    }

    Course with(Progress progress, Redaction redaction) {
        Course course = this;
        for (Lap lap : progress.laps().stream().skip(laps.size()).toList()) {
            course = course.past(redaction.over(lap));
        }
        return progress.outcome().isPresent()
                ? course.ended(
                        progress.stageBegan(), redaction.over(progress.outcome().get()))
                : course.in(UnderWay.of(progress, redaction));
    }

    private Course past(Lap lap) {
        List<Lap> behind = new ArrayList<>(laps);
        behind.add(lap);
        Traffic seen = traffic(lap.observed()).after(lap);
        return new Course(behind, Optional.empty(), seen, approver, endedAt, outcome);
    }

    private Course in(UnderWay stage) {
        return new Course(laps, Optional.of(stage), traffic(stage.observed()), approver, endedAt, outcome);
    }

    Course ended(Instant at, Outcome end) {
        return new Course(laps, Optional.empty(), traffic, approver, Optional.of(at), Optional.of(end));
    }

    private Traffic traffic(Optional<Observation> seen) {
        return seen.map(now -> traffic.with(now, last())).orElse(traffic);
    }

    Course approvedBy(String name) {
        return new Course(laps, underWay, traffic, Optional.of(name), endedAt, outcome);
    }

    /** What the gate said last. */
    public Optional<Verdict> verdict() {
        return last().map(Observation::verdict);
    }

    /** When the gate failed, if it did. */
    public Optional<Instant> failedAt() {
        return observations()
                .filter(seen -> seen.verdict().kind() == Verdict.Kind.FAIL)
                .map(Observation::at)
                .findFirst();
    }

    private Optional<Observation> last() {
        return observations().reduce((earlier, later) -> later);
    }

    private Stream<Observation> observations() {
        return Stream.concat(
                laps.stream().flatMap(lap -> lap.observed().stream()),
                underWay.stream().flatMap(stage -> stage.observed().stream()));
    }
}
