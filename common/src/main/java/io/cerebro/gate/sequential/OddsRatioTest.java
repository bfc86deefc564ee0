package io.cerebro.gate.sequential;

import io.cerebro.traffic.Counts;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Evidence about the ratio of the odds with which canary and stable app fail a request, gathered look by look. Immutable.
 *
 * <p>Let a look have E errors in all, c of them on the canary, which answered the part p of the look's requests. Given E, and an
 * odds ratio t, an error falls on the canary with the probability pt / (1 - p + pt): c is binomial. The likelihood ratio of an
 * alternative t against the bound b is
 *
 * <pre>  (t / b)^c * ((1 - p + pb) / (1 - p + pt))^E</pre>
 *
 * <p>Looks multiply. It does not matter how the error rate moves from look to look, as long as it moves for both, since every look is
 * judged given its own E and p. The evidence is the mean over alternatives from the bound on by steps of the square root of 2
 * ("method of mixtures"). The likelihood ratio is monotone in c, so that its mean is at most 1 for every odds ratio on the bound's own
 * side, not only at the bound. With equal rates the true law of c is hypergeometric; its mean of any convex function, such as this one,
 * is at most the binomial's (Hoeffding 1963, theorem 4), so it holds for many errors among few requests as well.
 *
 * <p>Sources: M. Lindon and A. Malek, Anytime-valid inference for multinomial count data, NeurIPS 2022 (conditioning on the errors of
 * all arms, mixtures, inhomogeneous rates); R. Turner, A. Ly and P. Grünwald, Generic E-variables for exact sequential k-sample tests
 * that allow for optional stopping, 2024 (blocks of data, products of them); M. Lindon, C. Sanden and V. Shirikian, Rapid regression
 * detection in software deployments through sequential testing, KDD 2022 (canaries).
 *
 * @param bound the odds ratio that is tested
 * @param rises whether the alternatives are above it
 * @param logs the logarithm of each alternative's likelihood ratio so far
 */
public record OddsRatioTest(double bound, boolean rises, List<Double> logs) {
    /** Up to 512 times the bound: beyond, an error on the canary says hardly more. */
    private static final int ABOVE = 18;
    /** Down to a 32nd of the bound. */
    private static final int BELOW = 10;

    public OddsRatioTest {
        logs = List.copyOf(logs);
    }

    /** Evidence that the odds ratio is above a bound, against every one up to it. */
    public static OddsRatioTest above(double bound) {
        return new OddsRatioTest(bound, true, Collections.nCopies(ABOVE, 0.0));
    }

    /** Evidence that the odds ratio is below a bound, against every one from it on. */
    public static OddsRatioTest below(double bound) {
        return new OddsRatioTest(bound, false, Collections.nCopies(BELOW, 0.0));
    }

    /** With what canary and stable answered since the look before. A look at only one of them says nothing. */
    public OddsRatioTest look(Counts stable, Counts canary) {
        long errors = stable.errors() + canary.errors();
        if (errors == 0 || stable.requests() == 0 || canary.requests() == 0) {
            return this;
        }
        double share = (double) canary.requests() / (canary.requests() + stable.requests());
        return new OddsRatioTest(
                bound,
                rises,
                IntStream.range(0, logs.size())
                        .mapToObj(i -> logs.get(i) + gain(i, share, canary.errors(), errors))
                        .toList());
    }

    private double gain(int alternative, double share, double onCanary, double errors) {
        double ratio = ratio(alternative);
        return onCanary * Math.log(ratio / bound)
                + errors * Math.log((1 - share + share * bound) / (1 - share + share * ratio));
    }

    private double ratio(int alternative) {
        return bound * Math.pow(2, (rises ? 1 : -1) * (alternative + 1) / 2.0);
    }

    /** @param dispersion by which errors come in clumps, at least 1 */
    public double evidence(double dispersion) {
        return Mixture.log(logs, dispersion);
    }

    /**
     * The evidence to expect after so many more requests of a canary that fails like the stable app does.
     *
     * @param share of all requests that are the canary's
     * @param errorRate of both
     */
    public double expected(double requests, double share, double errorRate, double dispersion) {
        double errors = requests * errorRate / share;
        return Mixture.log(
                IntStream.range(0, logs.size())
                        .mapToObj(i -> logs.get(i) + gain(i, share, errors * share, errors))
                        .toList(),
                dispersion);
    }
}
