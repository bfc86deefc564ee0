package io.cerebro.traffic;

import java.util.Locale;

/**
 * Who reaches the canary.
 *
 * @param byHeader whether requests that ask for it by header or cookie do
 * @param basisPoints of all other requests, in 1/100 percent, 0 to 10,000
 */
public record Share(boolean byHeader, int basisPoints) {
    public static final Share OFF = new Share(false, 0);
    public static final Share ISOLATED = new Share(true, 0);

    public Share {
        if (basisPoints < 0 || basisPoints > 10_000) {
            throw new IllegalArgumentException(
                    "a share is from 0 to 10000 basis points (1/100 percent), not " + basisPoints);
        }
    }

    /** Of all traffic, and who asks by header. */
    public static Share percent(double percent) {
        return new Share(true, (int) Math.round(percent * 100));
    }

    public double percent() {
        return basisPoints / 100.0;
    }

    /** Another one, of as good as the same requests. */
    public Share neighbour() {
        if (basisPoints == 0) {
            return byHeader ? OFF : ISOLATED;
        }
        return new Share(byHeader, basisPoints < 10_000 ? basisPoints + 1 : basisPoints - 1);
    }

    public boolean off() {
        return equals(OFF);
    }

    /** {@code off}, {@code by header only}, {@code 10 % of the traffic}. */
    @Override
    public String toString() {
        if (basisPoints > 0) {
            String percent = basisPoints % 100 == 0
                    ? Integer.toString(basisPoints / 100)
                    : String.format(Locale.ROOT, "%.2f", percent());
            return percent + " % of the traffic";
        }
        return byHeader ? "by header only" : "off";
    }
}
