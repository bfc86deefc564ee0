package io.cerebro.gate.sequential;

import io.cerebro.traffic.Counts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How much more one app's errors vary from look to look than independent ones would: about 1 if each request fails on its own, about k
 * if errors come k at a time. Immutable.
 *
 * <p>For blocks of consecutive looks with n(i) requests and e(i) errors, independent errors at a rate that changes little from one block
 * to the next make the mean of (e(i)/n(i) - e(i-1)/n(i-1))^2 equal to r (1/n(i) + 1/n(i-1)), where r is estimated by the two blocks'
 * own errors. Weighted by the blocks' requests, the estimate is
 *
 * <pre>  sum n(i) n(i-1) (e(i)/n(i) - e(i-1)/n(i-1))^2  /  sum (e(i) + e(i-1))</pre>
 *
 * <p>Differences of neighbours (J. von Neumann 1941), and not distances from a common mean as in Pearson's statistic, because a rate that
 * drifts is no clump. Clumps may last for longer than a look, so it is taken over blocks of several lengths, and the largest counts.
 */
public record Dispersion(List<Scale> scales) {
    /** Not seen yet: no look has been taken. */
    public static final Dispersion NONE = new Dispersion(List.of(Scale.of(1), Scale.of(6), Scale.of(30)));

    public Dispersion {
        scales = List.copyOf(scales);
    }

    public Dispersion look(Counts counts) {
        return new Dispersion(scales.stream().map(scale -> scale.look(counts)).toList());
    }

    /** At least 1. */
    public double factor() {
        return scales.stream()
                .map(Scale::factor)
                .max(Comparator.naturalOrder())
                .filter(factor -> factor > 1)
                .orElse(1.0);
    }

    /**
     * Blocks of one length.
     *
     * @param looks in a block
     * @param taken looks in the open one
     * @param open the block that is being filled
     * @param last the block before it
     * @param squares the numerator
     * @param errors the denominator
     */
    public record Scale(int looks, int taken, Counts open, Optional<Counts> last, double squares, double errors) {
        /** As if so many errors had been seen one by one: two or three errors tell nothing of clumps. */
        private static final double PRIOR = 3;

        static Scale of(int looks) {
            return new Scale(looks, 0, Counts.NONE, Optional.empty(), 0, 0);
        }

        Scale look(Counts counts) {
            Counts block = open.plus(counts);
            if (taken + 1 < looks) {
                return new Scale(looks, taken + 1, block, last, squares, errors);
            }
            if (block.requests() == 0 || last.isEmpty() || last.get().requests() == 0) {
                return new Scale(looks, 0, Counts.NONE, Optional.of(block), squares, errors);
            }
            Counts before = last.get();
            double difference = block.errorRate() - before.errorRate();
            return new Scale(
                    looks,
                    0,
                    Counts.NONE,
                    Optional.of(block),
                    squares + difference * difference * block.requests() * before.requests(),
                    errors + block.errors() + before.errors());
        }

        double factor() {
            return (squares + PRIOR) / (errors + PRIOR);
        }
    }
}
