package io.cerebro.telling;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.document.Amounts;
import io.cerebro.release.Lap;
import io.cerebro.release.Observation;
import io.cerebro.release.Outcome;
import java.util.Locale;

/** A decision as one line of JSON. */
final class AuditLine {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST = 1_500;

    private AuditLine() {}

    static String of(Decision decision) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("at", decision.at().toString());
        json.put("realm", decision.subject().realm());
        json.put("service", decision.subject().service().path());
        json.put("goal", Amounts.name(decision.subject().goal()));
        json.put("by", decision.subject().by());
        decision.subject().image().ifPresent(image -> json.put("image", image));
        decision.stage().ifPresent(lap -> stage(json, lap));
        decision.end().ifPresent(outcome -> end(json, outcome));
        return json.toString();
    }

    private static void stage(ObjectNode json, Lap lap) {
        json.put("stage", lap.stage());
        json.put("saw", shortened(lap.saw()));
        lap.observed().map(Observation::verdict).ifPresent(verdict -> {
            json.put("verdict", verdict.kind().toString());
            json.put("because", shortened(verdict.because()));
        });
    }

    private static void end(ObjectNode json, Outcome outcome) {
        json.put("stage", "end");
        json.put("result", outcome.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        json.put("because", shortened(outcome.because()));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
