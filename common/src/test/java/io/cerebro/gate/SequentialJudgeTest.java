package io.cerebro.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.realm.GateSettings;
import io.cerebro.realm.GateSettings.NotEnoughData;
import io.cerebro.realm.LatencySettings;
import io.cerebro.realm.TaskSettings;
import io.cerebro.traffic.Counts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SequentialJudgeTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final GateSettings USUAL = GateSettings.DEFAULT;
    private final Judge judge = new SequentialJudge();

    @Test
    void failsACanaryThatFailsMoreOftenThanTheStableApp() {
        assertThat(judge.judge(window(USUAL, 10, new Counts(90, 0), new Counts(10, 1)), USUAL, 1))
                .isEqualTo(
                        Verdict.fail("10 of 100 canary requests failed (10.00 %), stable 0.00 %; evidence of more than"
                                + " 1.5 times the stable app's: 15831880, enough is 100"));
    }

    @Test
    void failsNoneForFewErrors() {
        assertThat(judge.judge(window(USUAL, 4, new Counts(90, 0), new Counts(10, 1)), USUAL, 1)
                        .kind())
                .isEqualTo(Verdict.Kind.NOT_ENOUGH_DATA);
    }

    @Test
    void allowsACanaryWhatTheStableAppHasToo() {
        assertThat(judge.judge(window(USUAL, 200, new Counts(90, 9), new Counts(10, 1)), USUAL, 1)
                        .kind())
                .isEqualTo(Verdict.Kind.PASS);
    }

    @Test
    void takesOneClumpForOneError() {
        Window window =
                window(USUAL, 20, new Counts(90, 0), new Counts(10, 0)).advanced(new Counts(90, 0), new Counts(10, 9));
        assertThat(judge.judge(window, USUAL, 1).kind()).isEqualTo(Verdict.Kind.NOT_ENOUGH_DATA);
    }

    @Test
    void failsACanaryAboveTheBoundThoughTheStableAppFailsToo() {
        GateSettings bounded = new GateSettings(
                0.05,
                5,
                100,
                NotEnoughData.HOLD,
                1.5,
                0.01,
                5,
                0.005,
                LatencySettings.DEFAULT,
                TaskSettings.DEFAULT,
                List.of());
        assertThat(judge.judge(window(bounded, 20, new Counts(90, 18), new Counts(10, 2)), bounded, 1)
                        .toString())
                .startsWith(
                        "FAIL: 40 of 200 canary requests failed (20.00 %), stable 20.00 %; evidence of more than the"
                                + " 5.00 % allowed: ");
    }

    @Test
    void saysWhatIsMissingAndHowLongItTakes() {
        assertThat(judge.judge(window(USUAL, 20, new Counts(90, 0), new Counts(10, 0)), USUAL, 1)
                        .toString())
                .isEqualTo("NOT ENOUGH DATA: need about 1154 canary requests to see 0 % become 0.5 %, have 200, about"
                        + " 96 s to go");
    }

    @Test
    void passesACanaryWithoutErrorsOnceItHasAnsweredEnough() {
        assertThat(judge.judge(window(USUAL, 130, new Counts(90, 0), new Counts(10, 0)), USUAL, 1))
                .isEqualTo(Verdict.pass("0 of 1300 canary requests failed (0.00 %), stable 0.00 %"));
    }

    @Test
    void neverPassesWhereNothingWasAsked() {
        assertThat(judge.judge(window(USUAL, 1000, new Counts(5000, 5), Counts.NONE), USUAL, 1)
                        .kind())
                .isEqualTo(Verdict.Kind.NOT_ENOUGH_DATA);
    }

    /** So many looks, a second apart, at which each app answered the same. */
    private static Window window(GateSettings settings, int looks, Counts stable, Counts canary) {
        Window window = new Window(START, START, Counts.NONE, Counts.NONE, Map.of(), Evidence.none(settings));
        for (int i = 0; i < looks; i++) {
            window = window.advanced(stable, canary);
        }
        return window;
    }
}
