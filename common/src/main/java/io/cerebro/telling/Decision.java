package io.cerebro.telling;

import io.cerebro.release.Lap;
import io.cerebro.release.Observation;
import io.cerebro.release.Outcome;
import io.cerebro.report.Course;
import io.cerebro.report.ReleaseReport;
import io.cerebro.report.Subject;
import io.cerebro.report.UnderWay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Something that was decided of a release. */
sealed interface Decision {
    Subject subject();

    Instant at();

    /**
     * A stage is over.
     *
     * @param next the stage that has begun, or {@code end}
     */
    record StageOver(Subject subject, Lap lap, String next) implements Decision {
        @Override
        public Instant at() {
            return lap.ended();
        }
    }

    /** The gate does not know, and a person is waited for. */
    record Held(Subject subject, UnderWay stage) implements Decision {
        @Override
        public Instant at() {
            return stage.observed().map(Observation::at).orElse(stage.began());
        }
    }

    /**
     * It is over.
     *
     * @param touched whether anything was asked of the realm
     */
    record Ended(Subject subject, Instant at, Outcome outcome, boolean touched) implements Decision {}

    /** Those in a report that were not in an earlier one of the same release. */
    static List<Decision> since(Course earlier, ReleaseReport report) {
        Course course = report.course();
        List<Decision> news = new ArrayList<>();
        for (int i = earlier.laps().size(); i < course.laps().size(); i++) {
            news.add(new StageOver(report.subject(), course.laps().get(i), after(i, course)));
        }
        if (earlier.outcome().isEmpty() && course.outcome().isPresent()) {
            boolean touched = course.laps().size() > 1;
            news.add(new Ended(
                    report.subject(),
                    course.endedAt().orElseThrow(),
                    course.outcome().get(),
                    touched));
        }
        return news;
    }

    private static String after(int lap, Course course) {
        return lap + 1 < course.laps().size()
                ? course.laps().get(lap + 1).stage()
                : course.underWay().map(UnderWay::stage).orElse("end");
    }
}
