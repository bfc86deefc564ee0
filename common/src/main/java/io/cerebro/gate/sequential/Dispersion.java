package io.cerebro.gate.sequential;

import io.cerebro.traffic.Counts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How much more one app's errors vary from look to look than independent ones would: about 1 if each request fails on its own, 2k - 1
 * if errors come in clumps of k on the average, of all sizes. Immutable.
 *
 * <p>For blocks of consecutive looks with e(i) errors, independent errors at a rate that changes little from one block to the next make
 * the mean of (e(i) - e(i-1))^2 equal to that of e(i) + e(i-1), so that the estimate is
 *
 * <pre>  sum (e(i) - e(i-1))^2  /  sum (e(i) + e(i-1))</pre>
 *
 * <p>Differences of neighbours (J. von Neumann 1941), and not distances from a common mean as in Pearson's statistic, because a rate that
 * drifts is no clump. Counts, and not rates, because a clump of retries brings its own requests. Clumps may last for longer than a
 * look, so it is taken over blocks of several lengths, and the largest counts.
 *
 * <p>What is said is the estimate less its own standard error, which for m pairs of blocks is about sqrt(3 / m + 1 / errors) where errors
 * are independent: the largest of several such estimates would else be above 1 without any clumps.
 */
public record Dispersion(List<Scale> scales) {
    /** Not seen yet: no look has been taken. */
    public static final Dispersion NONE = new Dispersion(List.of(Scale.of(1), Scale.of(6), Scale.of(30)));

    public Dispersion {
        scales = List.copyOf(scales);
    }

    /** Looks before the first request say nothing. */
    public Dispersion look(Counts counts) {
        boolean begun = counts.requests() > 0 || scales.stream().anyMatch(Scale::begun);
        return begun
                ? new Dispersion(
                        scales.stream().map(scale -> scale.look(counts)).toList())
                : this;
    }

    /** With what was learned, but the next look compared with none before it: the traffic is another from then on. */
    public Dispersion interrupted() {
        return new Dispersion(scales.stream().map(Scale::interrupted).toList());
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
     * @param open errors in the block that is being filled
     * @param last errors in the block before it
     * @param pairs of neighbouring blocks that were compared
     * @param squares the numerator
     * @param errors the denominator
     */
    public record Scale(
            int looks, int taken, long open, Optional<Long> last, int pairs, double squares, double errors) {
        /** As if so many errors had been seen one by one: two or three errors tell nothing of clumps. */
        private static final double FEW_ERRORS = 3;

        /** As if so many pairs of blocks with as many errors as usual had been seen: nor do two or three long blocks. */
        private static final double FEW_PAIRS = 8;

        static Scale of(int looks) {
            return new Scale(looks, 0, 0, Optional.empty(), 0, 0, 0);
        }

        boolean begun() {
            return taken > 0 || last.isPresent();
        }

        Scale interrupted() {
            return new Scale(looks, 0, 0, Optional.empty(), pairs, squares, errors);
        }

        Scale look(Counts counts) {
            long block = open + counts.errors();
            if (taken + 1 < looks) {
                return new Scale(looks, taken + 1, block, last, pairs, squares, errors);
            }
            if (last.isEmpty()) {
                return new Scale(looks, 0, 0, Optional.of(block), pairs, squares, errors);
            }
            double difference = block - last.get();
            return new Scale(
                    looks,
                    0,
                    0,
                    Optional.of(block),
                    pairs + 1,
                    squares + difference * difference,
                    errors + block + last.get());
        }

        double factor() {
            double prior = Math.max(FEW_ERRORS, pairs == 0 ? 0 : FEW_PAIRS * errors / pairs);
            double estimate = (squares + prior) / (errors + prior);
            return estimate - Math.sqrt(3 / (pairs + FEW_PAIRS) + 1 / (errors + FEW_ERRORS));
        }
    }
}
