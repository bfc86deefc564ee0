package io.cerebro.release;

import io.cerebro.marathon.AppId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a release ended, or will have ended once its clean-up is through.
 *
 * @param because one sentence without a full stop
 * @param log the failing task's own last lines, where they are the reason
 */
public record Outcome(Kind kind, String because, List<String> log) {
    /** The three ends. */
    public enum Kind {
        /** What was asked for is true. */
        DONE,
        /** It was started, and what was there before is there again. */
        ROLLED_BACK,
        /** It could not be done; the sentence says what was left as it was. */
        FAILED;

        /** {@code done}, {@code rolled back} or {@code failed}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public Outcome {
        log = List.copyOf(log);
    }

    static Outcome done(String because) {
        return new Outcome(Kind.DONE, because, List.of());
    }

    static Outcome live(AppId service, int instances) {
        return done(service + " is live, " + instances + " instances serve it");
    }

    static Outcome rolledBack(Reason reason) {
        return new Outcome(Kind.ROLLED_BACK, reason.text(), reason.log());
    }

    static Outcome failed(Reason reason) {
        return new Outcome(Kind.FAILED, reason.text(), reason.log());
    }

    /** There was nothing to roll back. */
    Outcome unchanged() {
        return new Outcome(Kind.FAILED, because + "; what ran before was left as it is", log);
    }

    /** The way back itself did not work. */
    Outcome failing(String trouble) {
        return new Outcome(Kind.FAILED, because + "; but " + trouble, log);
    }

    /** The same, with something left behind for a person to see to. */
    Outcome leaving(String left) {
        return new Outcome(Kind.FAILED, because + "; " + left, log);
    }

    /** {@code rolled back: why}, and the log lines below it. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(kind.words() + ": " + because);
        log.forEach(line -> lines.add("  | " + line));
        return lines;
    }
}
