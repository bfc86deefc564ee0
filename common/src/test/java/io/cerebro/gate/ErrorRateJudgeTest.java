package io.cerebro.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.realm.GateSettings;
import io.cerebro.realm.GateSettings.NotEnoughData;
import io.cerebro.traffic.Counts;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorRateJudgeTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final GateSettings GATE = new GateSettings(0.01, 5, 100, NotEnoughData.HOLD, 2);
    private final Judge judge = new ErrorRateJudge();

    @Test
    void failsACanaryWhoseErrorsAreAboveTheBound() {
        assertThat(judge.judge(window(new Counts(900, 0), new Counts(50, 5)), GATE))
                .isEqualTo(Verdict.fail("5 of 50 canary requests failed (10.00 %), stable 0.00 %, allowed 1.00 %"));
    }

    @Test
    void doesNotFailOnFewErrors() {
        assertThat(judge.judge(window(new Counts(900, 0), new Counts(100, 4)), GATE)
                        .kind())
                .isEqualTo(Verdict.Kind.PASS);
    }

    @Test
    void allowsACanaryWhatTheStableAppHasToo() {
        assertThat(judge.judge(window(new Counts(1000, 100), new Counts(100, 15)), GATE)
                        .kind())
                .isEqualTo(Verdict.Kind.PASS);
        assertThat(judge.judge(window(new Counts(1000, 100), new Counts(100, 25)), GATE)
                        .kind())
                .isEqualTo(Verdict.Kind.FAIL);
    }

    @Test
    void saysWhatIsMissingAndHowLongItTakes() {
        assertThat(judge.judge(window(new Counts(180, 0), new Counts(20, 0)), GATE)
                        .toString())
                .isEqualTo("NOT ENOUGH DATA: needs 100 canary requests, has 20, about 40 s to go");
    }

    @Test
    void neverPassesWhereNothingWasAsked() {
        assertThat(judge.judge(window(new Counts(5000, 0), Counts.NONE), GATE))
                .isEqualTo(Verdict.notEnoughData("needs 100 canary requests, has 0"));
    }

    private static Window window(Counts stable, Counts canary) {
        return new Window(START, START.plusSeconds(10), stable, canary, Map.of());
    }
}
