package io.cerebro.bamboo.release;

import static java.util.stream.Collectors.joining;

import io.cerebro.document.Amounts;
import io.cerebro.release.Lap;
import io.cerebro.release.Observation;
import io.cerebro.release.Outcome;
import io.cerebro.report.Course;
import io.cerebro.report.ReleaseReport;
import io.cerebro.report.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A release in short, for Bamboo to keep with the result. Of several releases of a job the last one is kept. */
final class CustomData {
    private CustomData() {}

    static Map<String, String> of(ReleaseReport report, Instant now) {
        Subject subject = report.subject();
        Course course = report.course();
        Map<String, String> data = new TreeMap<>();
        data.put("cerebro.realm", subject.realm());
        data.put("cerebro.service", subject.service().toString());
        data.put("cerebro.goal", Amounts.name(subject.goal()));
        data.put("cerebro.by", subject.by());
        data.put(
                "cerebro.seconds",
                Long.toString(Duration.between(subject.startedAt(), now).toSeconds()));
        data.put(
                "cerebro.stages",
                course.laps().stream().map(CustomData::stage).distinct().collect(joining(", ")));
        data.put(
                "cerebro.verdicts",
                course.laps().stream()
                        .flatMap(lap -> lap.observed().stream())
                        .map(CustomData::verdict)
                        .collect(joining(", ")));
        course.outcome().ifPresent(outcome -> data.put("cerebro.outcome", outcome(outcome)));
        // the variable of a build that handed the image on says the same
        subject.image().ifPresent(image -> data.put(Work.IMAGE, image));
        return data;
    }

    private static String stage(Lap lap) {
        return lap.stage() + " " + Duration.between(lap.began(), lap.ended()).toSeconds() + " s";
    }

    private static String verdict(Observation observation) {
        return observation.stage() + " " + observation.verdict().kind();
    }

    private static String outcome(Outcome outcome) {
        return outcome.lines().get(0);
    }
}
