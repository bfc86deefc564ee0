package io.cerebro.gate.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.gate.study.Traffic.Canary;
import io.cerebro.gate.study.Traffic.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A small part of the study, the same at every build. */
class GateStudyTest {
    private static final Canary WORSE = new Canary(1, 0.05);
    private static final Canary AS_GOOD = new Canary(1, 0);
    private static final Options OPTIONS = Options.of("--runs", "60", "--minutes", "10");

    @ParameterizedTest
    @EnumSource(names = {"STEADY", "DRIFT", "TOGETHER", "CLUMPS_SHOWN"})
    void rollsNoGoodCanaryBack(Shape shape) {
        Cell cell = Cell.run(new Traffic(shape, 100, 0.1, 0.01, AS_GOOD), OPTIONS);

        assertThat(cell.cerebro().rolledBack()).isZero();
        assertThat(cell.flagger().rolledBack()).isGreaterThan(30);
    }

    @Test
    void passesNoCanaryThatNobodyAsked() {
        Cell cell = Cell.run(new Traffic(Shape.SILENT, 100, 0.1, 0.01, AS_GOOD), OPTIONS);

        assertThat(cell.cerebro().passed()).isZero();
        assertThat(cell.cerebro().rolledBack()).isZero();
        assertThat(cell.kayenta().passed()).isEqualTo(60);
        assertThat(cell.patientFlagger().rolledBack()).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({"100, 0, 10", "100, 0.001, 10", "100, 0.01, 3", "1000, 0, 50", "1000, 0.01, 25"})
    void rollsABadOneBackAfterFarFewerBadAnswersThanFlagger(double rate, double stable, double times) {
        Cell cell = Cell.run(new Traffic(Shape.STEADY, rate, 0.1, stable, WORSE), OPTIONS);

        assertThat(cell.cerebro().rolledBack()).isEqualTo(60);
        assertThat(cell.flagger().badAnswers())
                .isGreaterThan(times * cell.cerebro().badAnswers());
        assertThat(cell.patientFlagger().badAnswers())
                .isGreaterThan(10 * cell.cerebro().badAnswers());
    }

    @Test
    void givesTheConfidenceIntervalOfARate() {
        assertThat(Fates.within(0, 1000)).isEqualTo("0.0 % (0.00 to 0.38)");
        assertThat(Fates.within(10, 1000)).isEqualTo("1.0 % (0.54 to 1.83)");
    }

    @Test
    void refusesAnOptionThatIsNone() {
        assertThatThrownBy(() -> Options.of("--sed", "1"))
                .hasMessage("there is no option '--sed', or its value is missing; there are --seed, --runs, --minutes,"
                        + " --warm-up, --share, --canary, --rates, --stable, --multiples");
    }
}
