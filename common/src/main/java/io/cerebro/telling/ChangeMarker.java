package io.cerebro.telling;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.realm.NewRelicSettings;
import io.cerebro.release.Goal;
import io.cerebro.release.Outcome;
import io.cerebro.report.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * A change as New Relic's change tracking takes it, of the category Deployment.
 *
 * @param type of a deployment there: Canary, Rolling or Basic
 * @param says in a few words what has changed
 */
record ChangeMarker(Subject subject, Instant at, String type, String says) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> CANARY = Set.of("isolated", "partial");
    /** What leaves behind the canary, or the very version, that was there before. */
    private static final Set<Goal> STAYING = Set.of(Goal.ISOLATED, Goal.PARTIAL, Goal.SCALE);

    private static final int SHORT = 120;
    private static final int LONG = 1_000;

    /** Of a decision by which something else serves than before. */
    static Optional<ChangeMarker> of(Decision decision) {
        if (decision instanceof Decision.StageOver over && CANARY.contains(over.next())) {
            return Optional.of(new ChangeMarker(over.subject(), over.at(), "Canary", "canary " + over.next()));
        }
        return decision instanceof Decision.Ended ended && changed(ended) ? Optional.of(of(ended)) : Optional.empty();
    }

    private static boolean changed(Decision.Ended end) {
        Outcome.Kind kind = end.outcome().kind();
        boolean done =
                kind == Outcome.Kind.DONE && !STAYING.contains(end.subject().goal());
        return end.touched() && (done || kind == Outcome.Kind.ROLLED_BACK);
    }

    private static ChangeMarker of(Decision.Ended end) {
        String type = end.subject().goal() == Goal.DEPLOY ? "Rolling" : "Basic";
        String says = end.outcome().kind().words() + ": " + end.outcome().because();
        return new ChangeMarker(end.subject(), end.at(), type, says);
    }

    /** A {@code ChangeTrackingEventInput}. */
    ObjectNode event(NewRelicSettings settings) {
        ObjectNode event = MAPPER.createObjectNode();
        ObjectNode category = event.putObject("categoryAndTypeData");
        category.putObject("kind").put("category", "Deployment").put("type", type);
        deployment(category.putObject("categoryFields").putObject("deployment"));
        event.putObject("entitySearch").put("query", entity(settings.application()));
        event.put("user", Words.shortened(subject.by(), SHORT));
        event.put("shortDescription", Words.shortened(where() + ", " + says, SHORT));
        event.put("description", Words.shortened(says, LONG));
        event.put("groupId", where() + " since " + subject.startedAt());
        event.put("timestamp", at.toEpochMilli());
        return event;
    }

    private String where() {
        return subject.service() + " in " + subject.realm();
    }

    private void deployment(ObjectNode deployment) {
        deployment.put("version", subject.image().orElse("as it was there"));
        subject.commit().ifPresent(commit -> deployment.put("commit", commit));
        subject.links().last().ifPresent(link -> deployment.put("deepLink", link.getValue()));
    }

    private String entity(String application) {
        if (isGuid(application)) {
            return "id = '" + application + "'";
        }
        String name = application
                .replace("{service}", subject.service().path().substring(1))
                .replace("{realm}", subject.realm());
        return "name = '" + name + "' AND domain = 'APM' AND type = 'APPLICATION'";
    }

    /** In Base64 it names account, domain, type and number. */
    private static boolean isGuid(String text) {
        try {
            String decoded = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
            return decoded.matches("\\d+\\|[A-Z]+\\|[A-Z_]+\\|.+");
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }
}
