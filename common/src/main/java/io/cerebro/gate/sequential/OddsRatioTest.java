package io.cerebro.gate.sequential;

import io.cerebro.traffic.Counts;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

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
 * judged given its own E and p. The evidence is a mean over alternatives from the bound on by steps of the square root of 2 ("method
 * of mixtures"); upwards each of them weighs 2^(-1/3) as much as the one before, downwards all weigh the same. The likelihood ratio is monotone in c, so that its mean is at most 1 for every odds ratio on the bound's own
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

    private static final double STEP = Math.sqrt(2);

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
                Arrays.stream(after(share, canary.errors(), errors)).boxed().toList());
    }

    private double[] after(double share, double onCanary, double errors) {
        double[] next = now();
        double times = 1;
        for (int i = 0; i < next.length; i++) {
            times *= rises ? STEP : 1 / STEP;
            double odds = (1 - share + share * bound) / (1 - share + share * bound * times);
            next[i] += onCanary * Math.log(times) + errors * Math.log(odds);
        }
        return next;
    }

    private double[] now() {
        return logs.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** @param dispersion by which errors come in clumps, at least 1 */
    public double evidence(double dispersion) {
        return mixture().log(now(), dispersion);
    }

    /**
     * The evidence to expect after so many more requests of a canary that fails like the stable app does.
     *
     * @param share of all requests that are the canary's
     * @param errorRate of both
     */
    public double expected(double requests, double share, double errorRate, double dispersion) {
        double onCanary = requests * errorRate;
        return mixture().log(after(share, onCanary, onCanary / share), dispersion);
    }

    private Mixture mixture() {
        return rises ? Mixture.NEAR : Mixture.EVEN;
    }
}
