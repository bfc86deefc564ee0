package io.cerebro.gate;

import io.cerebro.traffic.Counts;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A release's own checks: URLs that are asked again and again as one who wants the canary, while it is watched. Three bad answers in a
 * row fail it.
 */
public final class Checks implements AutoCloseable {
    /** Where nobody can be asked for the canary. */
    public static final Checks NONE =
            new Checks((url, contest) -> Optional.of("there is no router"), Clock.systemUTC(), Background.here());

    static final String ANSWERS = "answers";

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int IN_A_ROW = 3;

    private final Probe probe;
    private final Clock clock;
    private final Background background;
    private final Kept<Map<URI, Check>> stages = new Kept<>();

    public Checks(Probe probe, Clock clock, Background background) {
        this.probe = probe;
        this.clock = clock;
        this.background = background;
    }

    /** What each has found so far. Those whose time has come are asked again, and not waited for. */
    public List<Finding> look(Contest contest, List<URI> urls) {
        Instant now = clock.instant();
        Map<URI, Check> checks = stages.of(contest, now, ConcurrentHashMap::new);
        List<Finding> findings = new ArrayList<>();
        for (URI url : urls) {
            Check check = checks.computeIfAbsent(url, begun -> new Check(now));
            if (check.turn.take(now)) {
                Instant next = now.plus(EVERY);
                background.run(() -> check.answered(probe.wrong(url, contest), next), () -> check.turn.giveBack(next));
            }
            findings.add(check.finding(url));
        }
        return findings;
    }

    @Override
    public void close() {
        background.close();
    }

    /** One URL in one stage. */
    private static final class Check {
        private final Turn turn;
        private long answers;
        private long bad;
        private int inARow;
        private String last = "";

        private Check(Instant now) {
            this.turn = new Turn(now);
        }

        private synchronized void answered(Optional<String> wrong, Instant next) {
            answers++;
            bad += wrong.isPresent() ? 1 : 0;
            inARow = wrong.isPresent() ? inARow + 1 : 0;
            last = wrong.orElse(last);
            turn.giveBack(next);
        }

        private synchronized Finding finding(URI url) {
            return new Finding(
                    "check " + url, ANSWERS, Counts.NONE, new Counts(answers, bad), verdict(), Optional.empty());
        }

        private Verdict verdict() {
            if (answers == 0) {
                return Verdict.notEnoughData("not answered yet");
            }
            if (inARow >= IN_A_ROW) {
                return Verdict.fail(inARow + " answers in a row were bad, last: " + last);
            }
            return inARow > 0
                    ? Verdict.notEnoughData("the last answer was bad: " + last)
                    : Verdict.pass(answers - bad + " of " + answers + " answers were good");
        }
    }
}
