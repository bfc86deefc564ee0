package io.cerebro.gate.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cerebro.traffic.Counts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorRateTestTest {
    private static final double TINY = 1e-9;

    @ParameterizedTest
    @CsvSource({"true, 0.05", "true, 0.01", "false, 0.005", "false, 0.02"})
    void hasAMeanOfAtMostOneWhereItsHypothesisHolds(boolean above, double truth) {
        ErrorRateTest test = above ? ErrorRateTest.above(0.05) : ErrorRateTest.below(0.005);
        double[] errors = Binomial.probabilities(200, truth);
        double mean = 0;
        for (int e = 0; e <= 200; e++) {
            mean += errors[e] * Math.exp(test.evidence(new Counts(200, e), 1));
        }
        boolean atItsBound = truth == (above ? 0.05 : 0.005);
        assertThat(mean).isLessThanOrEqualTo(1 + TINY);
        if (atItsBound) {
            assertThat(mean).isCloseTo(1, within(TINY));
        }
    }

    @Test
    void knowsNothingWithoutRequests() {
        assertThat(ErrorRateTest.below(0.005).evidence(Counts.NONE, 1)).isZero();
    }

    @Test
    void growsWithRequestsThatDoNotFail() {
        ErrorRateTest test = ErrorRateTest.below(0.005);

        assertThat(test.evidence(new Counts(1000, 0), 1)).isBetween(3.5, Math.log(Math.pow(1 / 0.995, 1000)));
        assertThat(test.evidence(new Counts(1000, 0), 1)).isGreaterThan(test.evidence(new Counts(1000, 1), 1));
    }

    @Test
    void takesTheFirstErrorsForEnoughWhereNoneAreAllowed() {
        assertThat(ErrorRateTest.above(0).evidence(new Counts(1000, 1), 1)).isPositive();
    }

    @Test
    void expectsWhatItWouldFind() {
        ErrorRateTest test = ErrorRateTest.below(0.005);

        assertThat(test.expected(new Counts(100, 1), 900, 0, 1)).isEqualTo(test.evidence(new Counts(1000, 1), 1));
    }
}
