package io.cerebro.telling;

import io.cerebro.release.Goal;
import io.cerebro.release.Outcome;
import io.cerebro.report.Subject;
import java.util.Optional;
import java.util.Set;

/** What a person reads on a phone at lunch: that it is released, that it waits for him, or that it was rolled back and why. */
final class Message {
    /** What somebody waits for anyway, and that says so himself if it went well. */
    private static final Set<Goal> STEPS = Set.of(Goal.ISOLATED, Goal.PARTIAL, Goal.SCALE);

    private static final int SHORT = 160;

    private Message() {}

    /** Empty where nothing is worth a look at the phone. */
    static Optional<String> of(Decision decision) {
        if (decision instanceof Decision.Held held) {
            String why = held.stage()
                    .observed()
                    .map(seen -> seen.verdict().because())
                    .orElse("the gate does not know");
            return Optional.of(said(
                    "Held",
                    decision.subject(),
                    "canary " + held.stage().stage() + ": " + why + ". Go on, or roll back?"));
        }
        return decision instanceof Decision.Ended ended && news(ended)
                ? Optional.of(
                        said(word(ended), decision.subject(), ended.outcome().because()))
                : Optional.empty();
    }

    private static boolean news(Decision.Ended end) {
        return end.outcome().kind() != Outcome.Kind.DONE
                || !STEPS.contains(end.subject().goal());
    }

    private static String word(Decision.Ended end) {
        return switch (end.outcome().kind()) {
            case ROLLED_BACK -> "Rolled back";
            case FAILED -> "Failed";
            case DONE ->
                switch (end.subject().goal()) {
                    case ROLLBACK -> "Rolled back";
                    case TRIAL -> "Tried";
                    default -> "Released";
                };
        };
    }

    private static String said(String word, Subject subject, String why) {
        String link = subject.links()
                .last()
                .map(last -> "\n<" + last.getValue() + "|" + escaped(last.getKey()) + ">")
                .orElse("");
        return "*" + word + "* "
                + escaped(subject.service() + " in " + subject.realm() + ": " + Words.shortened(why, SHORT) + " ("
                        + Words.shortened(subject.by(), 60) + ")")
                + link;
    }

    /** As Slack asks for it; nothing in it calls a channel or becomes a link. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("\\s+", " ");
    }
}
