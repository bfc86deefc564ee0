package io.cerebro.telling;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.document.Amounts;
import io.cerebro.release.Lap;
import io.cerebro.release.Observation;
import io.cerebro.release.Outcome;
import io.cerebro.report.Subject;
import io.cerebro.report.UnderWay;
import java.util.Optional;

/** A decision as one line of JSON. */
final class AuditLine {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST = 1_500;

    private AuditLine() {}

    static String of(Decision decision) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("at", decision.at().toString());
        about(json, decision.subject());
        if (decision instanceof Decision.StageOver over) {
            Lap lap = over.lap();
            stage(json, lap.stage(), lap.saw(), lap.observed());
        } else if (decision instanceof Decision.Held held) {
            UnderWay stage = held.stage();
            stage(json, stage.stage(), stage.says(), stage.observed());
            json.put("result", "held");
        } else if (decision instanceof Decision.Ended ended) {
            end(json, ended.outcome());
        }
        return json.toString();
    }

    private static void about(ObjectNode json, Subject subject) {
        json.put("realm", subject.realm());
        json.put("service", subject.service().path());
        json.put("goal", Amounts.name(subject.goal()));
        json.put("by", subject.by());
        subject.image().ifPresent(image -> json.put("image", image));
        subject.commit().ifPresent(commit -> json.put("commit", commit));
    }

    private static void stage(ObjectNode json, String stage, String saw, Optional<Observation> observed) {
        json.put("stage", stage);
        json.put("saw", Words.shortened(saw, LONGEST));
        observed.map(Observation::verdict).ifPresent(verdict -> {
            json.put("verdict", verdict.kind().toString());
            json.put("because", Words.shortened(verdict.because(), LONGEST));
        });
    }

    private static void end(ObjectNode json, Outcome outcome) {
        json.put("stage", "end");
        json.put("result", outcome.kind().words());
        json.put("because", Words.shortened(outcome.because(), LONGEST));
    }
}
