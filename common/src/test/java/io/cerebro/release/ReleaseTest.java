package io.cerebro.release;

import static io.cerebro.release.Drive.ORDERS;
import static io.cerebro.release.Drive.SETTINGS;
import static io.cerebro.release.Drive.definition;
import static io.cerebro.release.Drive.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.gate.Verdict;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.realm.GateSettings;
import io.cerebro.realm.GateSettings.NotEnoughData;
import io.cerebro.realm.LatencySettings;
import io.cerebro.realm.LockPolicy;
import io.cerebro.realm.TaskSettings;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseTest {
    private static final Source JENKINS = new Source(Optional.of("https://ci/job/12/"), Optional.of("d91aed3"));

    private final Drive drive = new Drive();

    @Test
    void walksThroughIsolatedAndPartialToFull() {
        drive.live(orders("v1"));

        Outcome outcome = drive.toEnd(drive.release(orders("v2"), Goal.RELEASE));

        assertThat(outcome).isEqualTo(Outcome.done("/orders is live, 3 instances serve it"));
        assertThat(drive.router.history()).containsExactly(Share.ISOLATED, Share.percent(10), Share.OFF);
        assertThat(liveImage()).contains("registry/orders:v2");
        assertNothingLeftOver();
    }

    @Test
    void replacesTheOldVersionInARollingDeploy() {
        drive.live(orders("v1"));

        assertThat(drive.toEnd(drive.release(orders("v2"), Goal.DEPLOY)).kind()).isEqualTo(Outcome.Kind.DONE);

        assertThat(liveImage()).contains("registry/orders:v2");
        assertThat(drive.router.history()).isEmpty();
    }

    @Test
    void deploysAServiceThatWasNotThereWithoutACanary() {
        assertThat(drive.toEnd(drive.release(orders("v1"), Goal.RELEASE)))
                .isEqualTo(Outcome.done("/orders is live, 3 instances serve it"));
    }

    @Test
    void rollsBackACanaryThatAnswersWithErrors() {
        drive.live(orders("v1"));
        drive.router.canaryErrorRate(0.3);

        Outcome outcome = drive.toEnd(drive.release(orders("v3"), Goal.RELEASE));

        assertThat(outcome.lines())
                .containsExactly("rolled back: canary partial failed its gate: 6 of 20 canary requests failed"
                        + " (30.00 %), stable 0.00 %; "
                        + "evidence of more than 2.0 times the stable app's: 3072, enough is 100");
        assertThat(drive.router.history()).containsExactly(Share.ISOLATED, Share.percent(10), Share.OFF);
        assertThat(liveImage()).contains("registry/orders:v1");
        assertThat(drive.marathon.changes())
                .containsExactly("PUT /orders", "POST /orders-canary", "DELETE /orders-canary");
        assertNothingLeftOver();
    }

    @Test
    void refusesACanaryThatCrashesAndShowsItsLog() {
        drive.live(orders("v1"));

        Outcome outcome = drive.toEnd(drive.release(orders("v4", "crash"), Goal.RELEASE));

        assertThat(outcome.lines())
                .containsExactly(
                        "rolled back: its tasks keep failing, last TASK_FAILED (Container exited with status 1)",
                        "  | FATAL: cannot reach orders-db");
        assertThat(drive.router.history()).containsExactly(Share.OFF);
        assertNothingLeftOver();
    }

    @Test
    void rollsBackACanaryThatNeverBecomesHealthy() {
        drive.live(orders("v1"));

        Outcome outcome = drive.toEnd(drive.release(orders("v4", "sick"), Goal.RELEASE));

        assertThat(outcome.lines())
                .containsExactly(
                        "rolled back: gave up after 300 s: starting the canary: 0 of 1 instances healthy,"
                                + " health check: 503",
                        "  | FATAL: cannot reach orders-db");
        assertNothingLeftOver();
    }

    @Test
    void saysWithinTenSecondsWhyNoInstanceIsStarted() {
        Progress started = drive.until(Progress.start(drive.release(orders("v1", "huge"), Goal.DEPLOY)), "deploy");
        Instant began = drive.clock.instant();
        Progress progress = started;
        Instant looked = began;
        while (!progress.says().contains("wait")) {
            looked = drive.clock.instant();
            progress = drive.steps(progress, 1);
        }

        assertThat(progress.says())
                .startsWith("deploying: 0 of 3 instances healthy, 3 instances wait for an offer: needs 0.5 cpus,"
                        + " 12 of 12 offers are too small; until ");
        assertThat(Duration.between(began, looked)).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void putsThePreviousDefinitionBackOverItsOwnStuckDeployment() {
        drive.live(orders("v1"));

        Outcome outcome = drive.toEnd(drive.release(orders("v4", "crash"), Goal.DEPLOY));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ROLLED_BACK);
        assertThat(drive.marathon.changes())
                .containsExactly("PUT /orders", "PUT /orders", "PUT /orders", "PUT by force /orders");
        assertThat(liveImage()).contains("registry/orders:v1");
        assertThat(settled()).isTrue();
    }

    @Test
    void takesAwayAFirstDeployThatFails() {
        Outcome outcome = drive.toEnd(drive.release(orders("v4", "crash"), Goal.DEPLOY));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ROLLED_BACK);
        assertThat(drive.marathon.app(ORDERS)).isEmpty();
    }

    @Test
    void waitsForSomebodyElsesDeployment() {
        drive.live(orders("v1"));
        drive.marathon.lock(ORDERS, "d1");
        Progress progress = drive.steps(Progress.start(drive.release(orders("v2"), Goal.DEPLOY)), 5);

        assertThat(progress.says())
                .isEqualTo(
                        "deploying: waiting for deployment d1 of /orders since 12:00:21 UTC, which holds the app; until"
                                + " 12:05:21 UTC");

        drive.marathon.unlock(ORDERS);
        assertThat(drive.toEnd(progress).kind()).isEqualTo(Outcome.Kind.DONE);
    }

    @Test
    void endsWhereTheRealmDoesNotWaitForLocks() {
        drive.live(orders("v1"));
        drive.locks(LockPolicy.FAIL);
        drive.marathon.lock(ORDERS, "d1");
        Instant began = drive.clock.instant();

        Outcome outcome = drive.toEnd(drive.release(orders("v2"), Goal.DEPLOY));

        assertThat(outcome)
                .isEqualTo(
                        Outcome.failed(new Reason("deployment d1 of /orders since 12:00:21 UTC holds the app, and this"
                                + " realm does not wait for locks; what ran before was left as it is")));
        assertThat(drive.clock.instant()).isBefore(began.plusSeconds(15));
        assertThat(liveImage()).contains("registry/orders:v1");
    }

    @Test
    void waitsForTheLockAllTheSameOnTheWayBack() {
        drive.live(orders("v1"));
        drive.locks(LockPolicy.FAIL);
        Progress deploying = drive.steps(Progress.start(drive.release(orders("v2", "sick"), Goal.DEPLOY)), 3);
        drive.marathon.lock(ORDERS, "d1", AppId.of("/cart"));
        Progress back = drive.steps(deploying.abort("stopped by ann", drive.clock.instant()), 4);
        assertThat(back.says())
                .matches("restoring the version before: waiting for deployment d1 of /orders, /cart since 12:\\S+ UTC;"
                        + " deployment-\\S+ of /orders since 12:\\S+ UTC, released by ann, which holds the app;"
                        + " until 12:\\S+ UTC");

        drive.marathon.unlock(ORDERS);

        assertThat(drive.toEnd(back).because()).isEqualTo("stopped by ann");
        assertThat(liveImage()).contains("registry/orders:v1");
    }

    @Test
    void letsOneOfTwoReleasesGoOnAndSaysWhoHoldsTheService() {
        drive.live(orders("v1"));
        Progress first = looked(Progress.start(drive.release(orders("v2"), Goal.DEPLOY)), 2);
        Instant since = drive.marathon.app(ORDERS).orElseThrow().version();
        Progress other = looked(Progress.start(by("bob", orders("v3"), Goal.DEPLOY)), 3);

        assertThat(other.says())
                .isEqualTo("deploying: waiting for deployment deployment-" + since + " of /orders since 12:00:21 UTC,"
                        + " released by ann, which holds the app; until 12:05:21 UTC");
        assertThat(drive.toEnd(first).kind()).isEqualTo(Outcome.Kind.DONE);
        assertThat(drive.toEnd(other).kind()).isEqualTo(Outcome.Kind.DONE);
        assertThat(liveImage()).contains("registry/orders:v3");
    }

    @Test
    void letsOneOfTwoCanariesGoOnThatAreAskedForInTheSameMoment() {
        drive.live(orders("v1"));
        Progress first = drive.steps(Progress.start(drive.release(orders("v2"), Goal.ISOLATED)), 1);
        Progress other = drive.steps(Progress.start(by("bob", orders("v3"), Goal.ISOLATED)), 1);
        assertThat(first.phase().stage()).isEqualTo("canary");
        assertThat(other.phase().stage()).isEqualTo("canary");
        first = drive.steps(first, 1);
        Instant since = drive.marathon.app(ORDERS.canary()).orElseThrow().version();

        Outcome refused = drive.toEnd(other);

        assertThat(refused)
                .isEqualTo(Outcome.failed(new Reason("/orders-canary is there, released by ann at " + since
                        + "; promote it or roll it back first; what ran before was left as it is")));
        assertThat(drive.toEnd(first).kind()).isEqualTo(Outcome.Kind.DONE);
        assertThat(drive.marathon
                        .app(ORDERS.canary())
                        .orElseThrow()
                        .definition()
                        .image())
                .contains("registry/orders:v2");
        assertThat(drive.marathon.changes()).doesNotContain("DELETE /orders-canary", "DELETE by force /orders-canary");
    }

    @Test
    void labelsAVersionWithWhereItComesFrom() {
        drive.live(orders("v1"));
        AppDefinition pinned = orders("v2").withImage("registry/orders@sha256:4f1c");
        Release release = drive.release(pinned, Goal.ISOLATED).from(JENKINS);

        drive.toEnd(release);

        Map<String, String> provenance = Map.of(
                "CEREBRO_BUILD", "https://ci/job/12/", "CEREBRO_COMMIT", "d91aed3", "CEREBRO_IMAGE", "sha256:4f1c");
        assertThat(labels(ORDERS.canary())).containsAllEntriesOf(provenance).containsEntry("CEREBRO_BY", "ann");

        drive.toEnd(drive.release(Goal.PROMOTE));

        assertThat(labels(ORDERS)).containsAllEntriesOf(provenance).containsEntry("CEREBRO_BY", "ann");
    }

    @Test
    void restartsNothingForAnotherBuildOfTheSameVersion() {
        drive.toEnd(drive.release(orders("v1"), Goal.DEPLOY).from(JENKINS));
        Map<String, String> before = labels(ORDERS);
        int changes = drive.marathon.changes().size();
        Release again = drive.release(orders("v1"), Goal.DEPLOY)
                .from(new Source(Optional.of("https://ci/job/13/"), Optional.of("0ff1ce5")));
        Release wider =
                drive.release(orders("v1").withInstances(5), Goal.DEPLOY).from(again.source());

        assertThat(drive.plan(again).effect().kind()).isEqualTo(Effect.Kind.NONE);
        assertThat(drive.toEnd(again).kind()).isEqualTo(Outcome.Kind.DONE);
        assertThat(drive.marathon.changes()).hasSize(changes);
        assertThat(drive.plan(wider).effect().kind()).isEqualTo(Effect.Kind.SCALE);
        assertThat(drive.toEnd(wider).kind()).isEqualTo(Outcome.Kind.DONE);
        assertThat(labels(ORDERS)).isEqualTo(before);
        assertThat(drive.plan(drive.release(orders("v2"), Goal.DEPLOY).from(again.source()))
                        .lines())
                .contains("      \"CEREBRO_BUILD\": \"https://ci/job/13/\",", "      \"CEREBRO_COMMIT\": \"0ff1ce5\",");
    }

    private Map<String, String> labels(AppId app) {
        return drive.marathon.app(app).orElseThrow().definition().labels();
    }

    /** So often, all in the same moment. */
    private Progress looked(Progress start, int times) {
        Progress progress = start;
        for (int i = 0; i < times; i++) {
            progress = progress.next(drive.world());
        }
        return progress;
    }

    private Release by(String who, AppDefinition target, Goal goal) {
        return Release.of(target, goal, SETTINGS, who, drive.clock.instant());
    }

    @Test
    void neverForcesOverSomebodyElsesDeployment() {
        drive.live(orders("v1"));
        drive.marathon.lock(ORDERS, "d1");

        Outcome outcome = drive.toEnd(drive.release(orders("v2"), Goal.DEPLOY));

        assertThat(outcome)
                .isEqualTo(Outcome.failed(new Reason("gave up after 300 s: deploying: waiting for deployment d1 of"
                        + " /orders since 12:00:21 UTC, which holds the app; what ran before was left as it is")));
        assertThat(drive.marathon.changes()).doesNotContain("PUT by force /orders");
    }

    @Test
    void leavesNothingBehindWhereverItIsStopped() {
        for (int steps = 0; steps < 120; steps++) {
            Drive each = new Drive().live(orders("v1"));
            Progress stopped = each.steps(Progress.start(each.release(orders("v2"), Goal.RELEASE)), steps);
            boolean wasLeaving = stopped.phase().leaving();

            Outcome outcome = each.toEnd(stopped.abort("stopped by ann", each.clock.instant()));

            assertThat(each.router.share("lb1", ORDERS)).isEqualTo(Share.OFF);
            assertThat(each.marathon.app(ORDERS.canary())).isEmpty();
            assertThat(each.marathon.app(ORDERS).orElseThrow().settled()).isTrue();
            assertThat(each.marathon.app(ORDERS).orElseThrow().definition().image())
                    .as("stopped at %s", stopped.says())
                    .contains(wasLeaving ? "registry/orders:v2" : "registry/orders:v1");
            assertThat(outcome.kind())
                    .isIn(
                            wasLeaving
                                    ? List.of(Outcome.Kind.DONE)
                                    : List.of(Outcome.Kind.ROLLED_BACK, Outcome.Kind.FAILED));
        }
    }

    @Test
    void continuesWhereverItsDriverWasKilled() {
        for (int steps = 0; steps < 120; steps++) {
            Drive each = new Drive().live(orders("v1"));
            each.steps(Progress.start(each.release(orders("v2"), Goal.RELEASE)), steps);

            Outcome outcome = each.toEnd(each.release(orders("v2"), Goal.RELEASE));

            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.DONE);
            assertThat(each.router.share("lb1", ORDERS)).isEqualTo(Share.OFF);
            assertThat(each.marathon.app(ORDERS.canary())).isEmpty();
            assertThat(each.marathon.app(ORDERS).orElseThrow().definition().image())
                    .contains("registry/orders:v2");
        }
    }

    @Test
    void turnsBackAndNamesALoadBalancerThatDoesNotAnswer() {
        drive.live(orders("v1"));
        Progress progress = drive.until(Progress.start(drive.release(orders("v2"), Goal.RELEASE)), "partial");
        drive.router.down("lb2", true);

        Outcome outcome = drive.toEnd(progress);

        assertThat(outcome)
                .isEqualTo(
                        Outcome.failed(new Reason("tried to ask load balancer lb2 but it did not answer; but not every"
                                + " load balancer confirmed the canary as off: tried to ask load balancer lb2 but it did not"
                                + " answer")));
        assertThat(drive.router.share("lb1", ORDERS)).isEqualTo(Share.OFF);
        assertThat(drive.marathon.app(ORDERS.canary())).isEmpty();
    }

    @Test
    void leavesTheCanaryRunningWhileASilentLoadBalancerMayRouteToIt() {
        drive.live(orders("v1"));
        Progress progress = drive.until(Progress.start(drive.release(orders("v2"), Goal.RELEASE)), "partial");
        drive.router.silent("lb2", true);

        Outcome outcome = drive.toEnd(progress);

        String silence = "tried to ask load balancer lb2 but it did not answer";
        assertThat(outcome)
                .isEqualTo(Outcome.failed(
                        new Reason(silence + "; but not every load balancer confirmed the canary as off: "
                                + silence
                                + "; /orders-canary is left running, because requests may still get there by lb2, which"
                                + " does not answer: see to that, then roll it back")));
        assertThat(drive.router.share("lb1", ORDERS)).isEqualTo(Share.OFF);
        assertThat(drive.marathon.app(ORDERS.canary())).isPresent();
        drive.router.silent("lb2", false);
        assertThat(drive.toEnd(drive.release(Goal.ROLLBACK))).isEqualTo(Outcome.done("rolled back, as asked by ann"));
        assertNothingLeftOver();
    }

    @Test
    void survivesALoadBalancerThatIsAwayForAMoment() {
        drive.live(orders("v1"));
        Progress progress = drive.until(Progress.start(drive.release(orders("v2"), Goal.RELEASE)), "partial");
        drive.router.down("lb2", true);
        progress = drive.steps(progress, 3);
        assertThat(progress.says()).isEqualTo("tried to ask load balancer lb2 but it did not answer; trying again");
        drive.router.down("lb2", false);

        assertThat(drive.toEnd(progress).kind()).isEqualTo(Outcome.Kind.DONE);
    }

    @Test
    void doesNotKnowWhileALoadBalancerDoesNotAnswerAndWatchesOnWhenItDoes() {
        drive.live(orders("v1"));
        Progress progress = drive.until(Progress.start(drive.release(orders("v2"), Goal.RELEASE)), "partial");
        progress = drive.steps(progress, 3);
        drive.router.down("lb2", true);

        progress = drive.steps(progress, 5);

        assertThat(progress.observation().orElseThrow().verdict())
                .isEqualTo(Verdict.notEnoughData("tried to ask load balancer lb2 but it did not answer"));
        drive.router.down("lb2", false);
        progress = drive.steps(progress, 1);
        assertThat(progress.observation().orElseThrow().verdict().toString()).doesNotContain("lb2");
        assertThat(drive.toEnd(progress).kind()).isEqualTo(Outcome.Kind.DONE);
    }

    @Test
    void turnsTrafficBackWhileMarathonIsAway() {
        drive.live(orders("v1"));
        Progress progress = drive.until(Progress.start(drive.release(orders("v2"), Goal.RELEASE)), "partial");
        drive.marathon.away(true);

        progress = drive.steps(progress.abort("stopped by ann", drive.clock.instant()), 5);

        assertThat(drive.router.share("lb1", ORDERS)).isEqualTo(Share.OFF);
        assertThat(drive.router.share("lb2", ORDERS)).isEqualTo(Share.OFF);
        drive.marathon.away(false);
        assertThat(drive.toEnd(progress).lines()).containsExactly("rolled back: stopped by ann");
        assertNothingLeftOver();
    }

    @Test
    void asksMarathonNothingWhileItWatchesTheCanary() {
        drive.live(orders("v1"));
        Progress progress = drive.until(Progress.start(drive.release(orders("v2"), Goal.RELEASE)), "partial");
        drive.marathon.away(true);

        progress = drive.steps(progress, 30);

        assertThat(progress.trouble()).isEmpty();
        assertThat(progress.phase().stage()).isEqualTo("partial");
    }

    @Test
    void failsAtOnceAndChangesNothingWhenMarathonIsAwayFromTheStart() {
        drive.live(orders("v1"));
        drive.marathon.away(true);

        assertThat(drive.toEnd(drive.release(orders("v2"), Goal.RELEASE)).lines())
                .containsExactly("failed: tried to reach Marathon at http://fake:8080 but the connection was refused;"
                        + " nothing was changed");
    }

    @Test
    void saysMarathonsOwnWordsWhenItRefuses() {
        drive.live(orders("v1"));
        drive.marathon.refuse("Marathon refused it (422): Object is not valid");

        assertThat(drive.toEnd(drive.release(orders("v2"), Goal.RELEASE)).lines())
                .containsExactly("failed: Marathon refused it (422): Object is not valid; what ran before was left as"
                        + " it is");
        assertNothingLeftOver();
    }

    @Test
    void namesWhoHoldsTheService() {
        drive.live(orders("v1"));
        drive.toEnd(drive.release(orders("v2"), Goal.ISOLATED));

        assertThat(drive.toEnd(drive.release(orders("v3"), Goal.RELEASE)).because())
                .startsWith("/orders-canary is there, released by ann at 2026-11-23T12:0")
                .endsWith("; promote it or roll it back first");
    }

    @Test
    void goesStageByStageAcrossSeparateCalls() {
        drive.live(orders("v1"));

        Outcome isolated = drive.toEnd(drive.release(orders("v2"), Goal.ISOLATED));
        assertThat(drive.router.share("lb2", ORDERS)).isEqualTo(Share.ISOLATED);
        Outcome partial = drive.toEnd(drive.release(orders("v2"), Goal.PARTIAL));
        assertThat(drive.router.share("lb2", ORDERS)).isEqualTo(Share.percent(10));
        Outcome full = drive.toEnd(drive.release(Goal.PROMOTE));

        assertThat(List.of(isolated.kind(), partial.kind(), full.kind())).containsOnly(Outcome.Kind.DONE);
        assertThat(liveImage()).contains("registry/orders:v2");
        assertNothingLeftOver();
    }

    @Test
    void rollsBackTheCanaryThatIsThere() {
        drive.live(orders("v1"));
        drive.toEnd(drive.release(orders("v2"), Goal.PARTIAL));

        assertThat(drive.toEnd(drive.release(Goal.ROLLBACK)).lines())
                .containsExactly("done: rolled back, as asked by ann");
        assertThat(liveImage()).contains("registry/orders:v1");
        assertNothingLeftOver();
    }

    /** Left by a release that could not reach a router; to put back the version before as well would be a surprise. */
    @Test
    void turnsOffTheShareOfACanaryThatIsGoneAndLeavesTheServiceAsItIs() {
        drive.live(orders("v1")).live(orders("v2"));
        drive.router.set(ORDERS, Share.percent(10));

        assertThat(drive.toEnd(drive.release(Goal.ROLLBACK)))
                .isEqualTo(Outcome.done(
                        "the share that a canary of /orders had left behind is off; the service is as it was,"
                                + " give the command again for the version before"));
        assertThat(drive.router.share("lb1", ORDERS)).isEqualTo(Share.OFF);
        assertThat(liveImage()).contains("registry/orders:v2");
    }

    @Test
    void rollsBackToWhatRanBefore() {
        drive.live(orders("v1")).live(orders("v2"));

        assertThat(drive.toEnd(drive.release(Goal.ROLLBACK)).kind()).isEqualTo(Outcome.Kind.DONE);
        assertThat(liveImage()).contains("registry/orders:v1");
    }

    @Test
    void restoresTheStableVersionWhenThePromotionFails() {
        drive.live(orders("v1"));
        AppDefinition failing = orders("v2", "");
        Progress progress = drive.until(Progress.start(drive.release(failing, Goal.RELEASE)), "full");
        drive.marathon.lock(ORDERS, "d1");
        progress = drive.steps(progress, 200);
        drive.marathon.unlock(ORDERS);

        assertThat(drive.toEnd(progress).kind()).isEqualTo(Outcome.Kind.ROLLED_BACK);
        assertThat(liveImage()).contains("registry/orders:v1");
        assertNothingLeftOver();
    }

    @Test
    void leavesAVersionThatWasLiveBeforeAsItIs() {
        drive.live(orders("v1"));
        Progress again = drive.steps(Progress.start(drive.release(orders("v1"), Goal.DEPLOY)), 1);

        Outcome outcome = drive.toEnd(again.abort("stopped by ann", drive.clock.instant()));

        assertThat(outcome.lines()).containsExactly("failed: stopped by ann; what ran before was left as it is");
        assertThat(liveImage()).contains("registry/orders:v1");
    }

    @Test
    void doesNotHoldAFailureOfLongAgoAgainstAScale() {
        drive.live(orders("v1"));
        drive.marathon.failedOnce(ORDERS);

        assertThat(drive.toEnd(drive.release(orders("v1").withInstances(5), Goal.DEPLOY)))
                .isEqualTo(Outcome.done("/orders is live, 5 instances serve it"));
    }

    @Test
    void handsOverToWhoeverRollsTheCanaryBackMeanwhile() {
        drive.live(orders("v1"));
        Progress watching = drive.until(Progress.start(drive.release(orders("v2"), Goal.RELEASE)), "partial");
        watching = drive.steps(watching, 5);
        drive.toEnd(drive.release(Goal.ROLLBACK));

        assertThat(drive.toEnd(watching).lines())
                .containsExactly("rolled back: somebody else has rolled the canary back");
        assertNothingLeftOver();
    }

    @Test
    void handsOverToWhoeverPromotesTheCanaryMeanwhile() {
        drive.live(orders("v1"));
        Progress watching = drive.until(Progress.start(drive.release(orders("v2"), Goal.RELEASE)), "partial");
        watching = drive.steps(watching, 5);
        drive.toEnd(drive.release(Goal.PROMOTE));

        assertThat(drive.toEnd(watching)).isEqualTo(Outcome.done("/orders is live, promoted by somebody else"));
        assertNothingLeftOver();
    }

    @Test
    void doesNotSendItsVersionAgainOverSomebodyElses() {
        drive.live(orders("v1"));
        Progress deploying = drive.steps(Progress.start(drive.release(orders("v2"), Goal.DEPLOY)), 2);
        drive.marathon.putOverOwnDeployment(orders("v9"));

        Outcome outcome = drive.toEnd(deploying);

        assertThat(outcome.because()).isEqualTo("somebody else has changed or removed /orders meanwhile");
        assertThat(liveImage()).contains("registry/orders:v9");
    }

    @Test
    void turnsTrafficOffWhereItCanWhenALoadBalancerIsDownAtARollback() {
        drive.live(orders("v1"));
        drive.toEnd(drive.release(orders("v2"), Goal.PARTIAL));
        drive.router.down("lb2", true);

        Outcome outcome = drive.toEnd(drive.release(Goal.ROLLBACK));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILED);
        assertThat(outcome.because())
                .startsWith("tried to ask load balancer lb2 but it did not answer; traffic was turned off wherever it"
                        + " could be, give the command again for the rest");
        assertThat(drive.router.share("lb1", ORDERS)).isEqualTo(Share.OFF);
    }

    @Test
    void triesAgainWhenMarathonRefusesOnTheWayBack() {
        drive.live(orders("v1"));
        Progress promoting = drive.until(Progress.start(drive.release(orders("v2"), Goal.RELEASE)), "full");
        promoting = drive.steps(promoting, 2);
        Progress back = drive.until(promoting.abort("stopped by ann", drive.clock.instant()), "restore");
        drive.marathon.refuse("Max concurrent deployments reached (403)");
        back = drive.steps(back, 10);
        assertThat(back.says()).isEqualTo("Max concurrent deployments reached (403); trying again");
        drive.marathon.accept();

        assertThat(drive.toEnd(back).lines()).containsExactly("rolled back: stopped by ann");
        assertThat(liveImage()).contains("registry/orders:v1");
        assertNothingLeftOver();
    }

    @Test
    void takesNoServiceForTheCanaryOfAnotherByItsName() {
        drive.live(orders("v1"));
        drive.marathon.create(orders("v1").withId(ORDERS.canary()));

        for (Goal goal : List.of(Goal.ROLLBACK, Goal.PROMOTE)) {
            assertThat(drive.toEnd(drive.release(goal)).lines())
                    .containsExactly("failed: /orders-canary is there and is not a canary of /orders: it has no label"
                            + " CEREBRO_CANARY_OF");
        }
        assertThat(drive.marathon.app(ORDERS.canary())).isPresent();
    }

    @Test
    void survivesTheSameReleaseGivenTwiceAtOnce() {
        drive.live(orders("v1"));
        Progress first = Progress.start(drive.release(orders("v2"), Goal.RELEASE));
        Progress second = Progress.start(drive.release(orders("v2"), Goal.RELEASE));
        for (int i = 0; i < 2000; i++) {
            first = drive.steps(first, 1);
            second = drive.steps(second, 1);
        }

        assertThat(first.outcome()).isPresent();
        assertThat(second.outcome()).isPresent();
        assertThat(liveImage()).contains("registry/orders:v2");
        assertNothingLeftOver();
    }

    @Test
    void rollsBackACanaryThatFailsWhileItIsPromoted() {
        drive.live(orders("v1"));
        Progress progress = drive.until(Progress.start(drive.release(orders("v2"), Goal.RELEASE)), "full");
        drive.marathon.lock(ORDERS, "d1");
        drive.router.canaryErrorRate(0.3);
        progress = drive.until(progress, "off");
        drive.marathon.unlock(ORDERS);

        assertThat(drive.toEnd(progress).because()).startsWith("the canary failed its gate while it was promoted: ");
        assertThat(liveImage()).contains("registry/orders:v1");
        assertNothingLeftOver();
    }

    @Test
    void leavesBehindWhatItTurnedBackFor() {
        drive.live(orders("v1"));
        drive.router.canaryErrorRate(0.3);
        Progress start = Progress.start(drive.release(orders("v3"), Goal.RELEASE));

        Lap partial = drive.until(start, "off").laps().get(3);

        assertThat(partial.saw())
                .isEqualTo(
                        "canary partial, 10 % of the traffic: canary answered 20 requests, 30.00 % errors; stable 180,"
                                + " 0.00 %; FAIL: 6 of 20 canary requests failed (30.00 %), stable 0.00 %; "
                                + "evidence of more than 2.0 times the stable app's: 3072, enough is 100");
        assertThat(partial.observed().orElseThrow().canary()).isEqualTo(new Counts(20, 6));
    }

    @Test
    void holdsForAPersonWhenThereIsNotEnoughData() {
        drive.live(orders("v1"));
        drive.requestsPerSecond = 1;
        Progress progress = drive.until(Progress.start(drive.release(orders("v2"), Goal.RELEASE)), "partial");
        progress = drive.steps(progress, 70);

        assertThat(progress.says())
                .matches(
                        "canary partial, 10 % of the traffic: canary answered 0 requests, 0.00 % errors; stable \\d+, 0.00 %;"
                                + " NOT ENOUGH DATA: need about 287 canary requests to see 0 % become 2 %, have 0; held for a person until .* UTC");
        assertThat(drive.toEnd(progress).kind()).isEqualTo(Outcome.Kind.ROLLED_BACK);
        assertNothingLeftOver();
    }

    @Test
    void keepsACanaryAtItsStageAsLongAsSomebodyHoldsItThere() {
        drive.live(orders("v1"));
        drive.hold(true);
        Progress progress = drive.until(Progress.start(drive.release(orders("v2"), Goal.PARTIAL)), "partial");

        progress = drive.steps(progress, 20_000);

        assertThat(progress.outcome()).isEmpty();
        assertThat(progress.observation().orElseThrow().share()).isEqualTo(Share.percent(10));
        drive.hold(false);
        assertThat(drive.toEnd(progress).because()).startsWith("the canary is partial, canary answered ");
    }

    @Test
    void rollsBackACanaryThatFailsWhileSomebodyHoldsIt() {
        drive.live(orders("v1"));
        drive.hold(true);
        Progress progress = drive.until(Progress.start(drive.release(orders("v2"), Goal.PARTIAL)), "partial");
        progress = drive.steps(progress, 200);
        drive.router.canaryErrorRate(0.3);

        Outcome outcome = drive.toEnd(progress);

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ROLLED_BACK);
        assertThat(outcome.because()).startsWith("canary partial failed its gate: ");
        assertNothingLeftOver();
    }

    @Test
    void hasNothingToPromoteWhereThatVeryVersionIsLive() {
        drive.live(orders("v1"));
        Release live = drive.release(Goal.PROMOTE).withTarget(orders("v1"));
        Release other = drive.release(Goal.PROMOTE).withTarget(orders("v2"));

        assertThat(drive.toEnd(live)).isEqualTo(Outcome.done("this version is live already"));
        assertThat(drive.toEnd(other))
                .isEqualTo(Outcome.failed(new Reason("there is no canary of /orders to promote")));
    }

    @Test
    void takesTheWordOfAPersonWhereTheGateDoesNotKnow() {
        drive.live(orders("v1"));
        drive.requestsPerSecond = 0;
        Progress progress = drive.until(Progress.start(drive.release(orders("v2"), Goal.PARTIAL)), "partial");
        progress = drive.steps(progress, 100);
        assertThat(progress.outcome()).isEmpty();

        Outcome outcome = drive.toEnd(progress.approve("ann"));

        assertThat(outcome)
                .isEqualTo(Outcome.done("the canary is partial, canary answered 0 requests, 0.00 % errors;"
                        + " stable 0, 0.00 %; approved by ann"));
    }

    @Test
    void goesOnOrBackWithoutDataWhereAskedTo() {
        for (NotEnoughData unsure : List.of(NotEnoughData.PROMOTE, NotEnoughData.ROLLBACK)) {
            Drive each = new Drive().live(orders("v1"));
            each.requestsPerSecond = 0;
            Settings settings = new Settings(
                    Duration.ZERO,
                    10,
                    Duration.ofSeconds(5),
                    Duration.ZERO,
                    new GateSettings(
                            1,
                            5,
                            100,
                            unsure,
                            1.5,
                            0.01,
                            5,
                            0.005,
                            LatencySettings.DEFAULT,
                            TaskSettings.DEFAULT,
                            List.of()),
                    Optional.of(1),
                    SETTINGS.healthy(),
                    SETTINGS.router(),
                    SETTINGS.drain());

            Outcome outcome = each.toEnd(each.release(orders("v2"), Goal.RELEASE, settings));

            assertThat(outcome.kind())
                    .isEqualTo(unsure == NotEnoughData.PROMOTE ? Outcome.Kind.DONE : Outcome.Kind.ROLLED_BACK);
        }
    }

    @Test
    void scalesWithoutARestartWhereOnlyTheInstancesDiffer() {
        drive.live(orders("v1"));
        var before = drive.marathon.app(ORDERS).orElseThrow();

        drive.toEnd(drive.release(orders("v1").withInstances(5), Goal.DEPLOY));

        var after = drive.marathon.app(ORDERS).orElseThrow();
        assertThat(after.instances()).isEqualTo(5);
        assertThat(after.lastConfigChangeAt()).isEqualTo(before.lastConfigChangeAt());
    }

    @Test
    void keepsTheLiveNumberOfInstancesWhereTheDefinitionLeavesItOpen() {
        drive.live(orders("v1").withInstances(7));

        drive.toEnd(drive.release(orders("v2").withoutInstances(), Goal.RELEASE));

        assertThat(drive.marathon.app(ORDERS).orElseThrow().instances()).isEqualTo(7);
    }

    @Test
    void readsTheTargetBackFromTheCanary() {
        AppDefinition target = definition("""
                {"id": "/orders", "instances": 12, "labels": {"team": "shop"},
                 "container": {"portMappings": [{"containerPort": 8080, "servicePort": 0}, {"servicePort": 8443}]}}""");
        drive.live(orders("v1"));
        AppDefinition canary = Canary.definition(
                drive.release(target, Goal.RELEASE),
                target,
                drive.marathon.app(ORDERS).orElseThrow());
        String filledIn = canary.toString().replace("\"servicePort\":0", "\"servicePort\":10003");

        assertThat(canary.instances()).contains(1);
        assertThat(Canary.target(ORDERS, definition(filledIn))).isEqualTo(target);
    }

    @Test
    void namesAVersionByWhatItIsAndNotByItsScaleOrLabels() {
        assertThat(Labels.releaseId(orders("v1")))
                .isEqualTo(Labels.releaseId(orders("v1").withInstances(9).withLabel(Labels.BY, "bob")))
                .isNotEqualTo(Labels.releaseId(orders("v2")));
    }

    @Test
    void refusesAReleaseSavedByAnotherVersion() {
        assertThatThrownBy(() -> ReleaseJson.read("{\"version\":7}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a release saved as version 7 cannot be read; this Cerebro reads version 1");
    }

    private Optional<String> liveImage() {
        return drive.marathon.app(ORDERS).orElseThrow().definition().image();
    }

    private boolean settled() {
        return drive.marathon.app(ORDERS).orElseThrow().settled();
    }

    private void assertNothingLeftOver() {
        assertThat(drive.marathon.app(ORDERS.canary())).isEmpty();
        assertThat(drive.router.share("lb1", ORDERS)).isEqualTo(Share.OFF);
        assertThat(drive.router.share("lb2", ORDERS)).isEqualTo(Share.OFF);
        assertThat(settled()).isTrue();
    }
}
