package io.cerebro.rehearsal;

import java.util.List;

/** Whether a rehearsal showed what it promises: no lost request, an honest canary, and a bad one stopped soon. */
record Judgement(List<Report> reports) {
    private static final double SHARE = 10;
    private static final double SHARE_TOLERANCE = 1;
    private static final int ENOUGH_FOR_A_SHARE = 10_000;
    private static final double BAD_SECONDS = 15;

    String verdict() {
        Report good = reports.get(0);
        Report bad = reports.get(1);
        long failed = good.samples().stream().filter(Sample::failed).count();
        check(failed == 0, failed + " requests failed while v2 was released");
        isolated(good);
        double share = good.share("partial", "v2");
        check(
                Math.abs(share - SHARE) <= SHARE_TOLERANCE,
                String.format("the canary had %.2f %% of the traffic, not 10", share));
        check(
                good.within("partial").size() >= ENOUGH_FOR_A_SHARE,
                "only " + good.within("partial").size() + " requests while the canary had its share");
        List<Sample> errors = bad.samples().stream().filter(Sample::failed).toList();
        check(!errors.isEmpty(), "v3 never answered with an error, so nothing was shown of the gate");
        check(
                errors.stream().allMatch(sample -> sample.version().equals("v3")),
                "requests failed that v3 did not serve while it was rolled back");
        check(
                bad.badSeconds() < BAD_SECONDS,
                String.format("v3 was still answering %.1f s after its first error", bad.badSeconds()));
        return String.format(
                "rehearsal passed: %d requests, %d failed, canary share %.2f %%",
                good.samples().size(), failed, share);
    }

    private static void isolated(Report good) {
        List<Sample> isolated = good.within("isolated");
        long strays = isolated.stream()
                .filter(sample -> !sample.byHeader() && sample.version().equals("v2"))
                .count();
        long missed = isolated.stream()
                .filter(sample -> sample.byHeader() && !sample.version().equals("v2"))
                .count();
        long asked = isolated.stream().filter(Sample::byHeader).count();
        check(strays == 0, strays + " requests without the header reached the isolated canary");
        check(missed == 0, missed + " requests with the header did not reach the isolated canary");
        check(asked > 0, "nobody asked for the isolated canary");
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new Failed(otherwise);
        }
    }
}
