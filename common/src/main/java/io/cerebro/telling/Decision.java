package io.cerebro.telling;

import io.cerebro.release.Lap;
import io.cerebro.release.Outcome;
import io.cerebro.report.Course;
import io.cerebro.report.ReleaseReport;
import io.cerebro.report.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that was decided of a release: a stage is over, or all of it.
 *
 * @param stage that is over
 * @param end how it ended, if it is the end
 */
record Decision(Subject subject, Instant at, Optional<Lap> stage, Optional<Outcome> end) {
    /** Those in a report that were not in an earlier one of the same release. */
    static List<Decision> since(Course earlier, ReleaseReport report) {
        Course course = report.course();
        List<Decision> news = new ArrayList<>();
        course.laps().stream()
                .skip(earlier.laps().size())
                .map(lap -> new Decision(report.subject(), lap.ended(), Optional.of(lap), Optional.empty()))
                .forEach(news::add);
        if (earlier.outcome().isEmpty() && course.outcome().isPresent()) {
            Instant at = course.endedAt().orElseThrow();
            news.add(new Decision(report.subject(), at, Optional.empty(), course.outcome()));
        }
        return news;
    }
}
