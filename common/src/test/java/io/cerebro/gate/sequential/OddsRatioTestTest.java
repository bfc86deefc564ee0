package io.cerebro.gate.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cerebro.traffic.Counts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OddsRatioTestTest {
    private static final double TINY = 1e-9;
    private static final double BOUND = 1.5;
    private static final double ALPHA = 0.01;

    @Test
    void beginsAtOne() {
        assertThat(OddsRatioTest.above(BOUND).evidence(1)).isZero();
        assertThat(OddsRatioTest.below(5).evidence(3)).isZero();
    }

    @Test
    void isTheMeanOfTheLikelihoodRatiosOfEachSingleError() {
        double[] shares = {0.1, 0.25};
        boolean[][] onCanary = {{true, false, true, true}, {false, true, false}};
        double mean = 0;
        double weights = 0;
        for (int k = 1; k <= 18; k++) {
            double weight = Math.pow(2, -(k - 1) / 3.0);
            double alternative = BOUND * Math.pow(2, k / 2.0);
            double ratio = 1;
            for (int look = 0; look < shares.length; look++) {
                for (boolean hit : onCanary[look]) {
                    double here = hits(shares[look], alternative);
                    double there = hits(shares[look], BOUND);
                    ratio *= hit ? here / there : (1 - here) / (1 - there);
                }
            }
            mean += weight * ratio;
            weights += weight;
        }

        OddsRatioTest seen = OddsRatioTest.above(BOUND)
                .look(new Counts(900, 1), new Counts(100, 3))
                .look(new Counts(75, 2), new Counts(25, 1));

        assertThat(Math.exp(seen.evidence(1))).isCloseTo(mean / weights, within(TINY));
    }

    /** At its bound the mean over all that can happen in two looks is 1, however shares and errors move between them. */
    @ParameterizedTest
    @CsvSource({
        "true, 1.5, 1",
        "true, 1, 0.999",
        "true, 0.2, 0.999",
        "false, 5, 1",
        "false, 8, 0.999",
        "false, 100, 0.999"
    })
    void hasAMeanOfAtMostOneWhereItsHypothesisHolds(boolean rises, double truth, double most) {
        OddsRatioTest begin = rises ? OddsRatioTest.above(BOUND) : OddsRatioTest.below(5);
        double mean = 0;
        double[] first = Binomial.probabilities(7, hits(0.1, truth));
        double[] second = Binomial.probabilities(12, hits(0.3, truth));
        for (int c = 0; c <= 7; c++) {
            OddsRatioTest once = begin.look(new Counts(900, 7 - c), new Counts(100, c));
            for (int d = 0; d <= 12; d++) {
                OddsRatioTest twice = once.look(new Counts(700, 12 - d), new Counts(300, d));
                mean += first[c] * second[d] * Math.exp(twice.evidence(1));
            }
        }
        assertThat(mean).isLessThanOrEqualTo(most + TINY);
        if (most == 1) {
            assertThat(mean).isCloseTo(1, within(TINY));
        }
    }

    /** Few requests and many errors: the canary's errors are drawn without being put back. */
    @Test
    void hasAMeanOfAtMostOneWhereAQuarterOfAllRequestsFails() {
        double mean = 0;
        for (int c = 0; c <= 5; c++) {
            double probability = choose(5, c) * choose(15, 5 - c) / choose(20, 5);
            mean += probability
                    * Math.exp(OddsRatioTest.above(1)
                            .look(new Counts(15, 5 - c), new Counts(5, c))
                            .evidence(1));
        }
        assertThat(mean).isLessThanOrEqualTo(1);
    }

    /** The exact probability that it is ever crossed while it is looked at after each of 600 errors. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.5})
    void seldomEverReachesItsLineForACanaryThatIsNoWorseThanTolerated(double truth) {
        assertThat(everReached(OddsRatioTest.above(BOUND), truth, 1)).isLessThanOrEqualTo(ALPHA);
        assertThat(everReached(OddsRatioTest.above(BOUND), truth, 2)).isLessThanOrEqualTo(ALPHA);
    }

    @Test
    void reachesItsLineForACanaryThatIsFarWorse() {
        assertThat(everReached(OddsRatioTest.above(BOUND), 5, 1)).isGreaterThan(0.999);
    }

    private static double everReached(OddsRatioTest begin, double truth, double dispersion) {
        double line = Math.log(1 / ALPHA);
        double hit = hits(0.1, truth);
        double reached = 0;
        double[] going = {1};
        OddsRatioTest[] seen = {begin};
        for (int errors = 1; errors <= 600; errors++) {
            double[] next = new double[errors + 1];
            OddsRatioTest[] then = new OddsRatioTest[errors + 1];
            for (int c = 0; c < errors; c++) {
                next[c] += going[c] * (1 - hit);
                next[c + 1] += going[c] * hit;
                then[c] = seen[c].look(new Counts(900, 1), new Counts(100, 0));
            }
            then[errors] = seen[errors - 1].look(new Counts(900, 0), new Counts(100, 1));
            for (int c = 0; c <= errors; c++) {
                if (then[c].evidence(dispersion) >= line) {
                    reached += next[c];
                    next[c] = 0;
                }
            }
            going = next;
            seen = then;
        }
        return reached;
    }

    @Test
    void saysNothingOfALookAtOnlyOneApp() {
        OddsRatioTest test = OddsRatioTest.above(BOUND);

        assertThat(test.look(new Counts(900, 5), Counts.NONE)).isEqualTo(test);
        assertThat(test.look(Counts.NONE, new Counts(100, 50))).isEqualTo(test);
    }

    @Test
    void isWeakenedByClumps() {
        OddsRatioTest test = OddsRatioTest.above(BOUND).look(new Counts(900, 0), new Counts(100, 20));

        assertThat(test.evidence(10)).isBetween(0.0, test.evidence(1) / 5);
    }

    private static double hits(double share, double ratio) {
        return share * ratio / (1 - share + share * ratio);
    }

    private static double choose(int of, int those) {
        double ways = 1;
        for (int i = 0; i < those; i++) {
            ways *= (double) (of - i) / (i + 1);
        }
        return those > of ? 0 : ways;
    }
}
