package io.cerebro.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.gate.Verdict;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.release.Drive;
import io.cerebro.release.Goal;
import io.cerebro.release.Lap;
import io.cerebro.release.Outcome;
import io.cerebro.release.Progress;
import io.cerebro.traffic.Counts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseReportTest {
    private final Recorder recorder = new Recorder();

    @Test
    void tellsWhoReleasedWhatWhereAndHowItEnded() {
        ReleaseReport report = Recorder.promoted();

        assertThat(report.title()).isEqualTo("/orders in realm prod: done");
        assertThat(report.subject())
                .isEqualTo(new Subject(
                        "prod",
                        Drive.ORDERS,
                        Goal.RELEASE,
                        "ann",
                        report.subject().startedAt(),
                        Optional.of("registry/orders:v2"),
                        Optional.empty(),
                        Optional.of(Drive.orders("v2", "(hidden)")),
                        Links.NONE.and("/orders in Marathon", "http://marathon.example.com:8080/ui/#/apps/%2Forders")));
        assertThat(report.course().laps())
                .extracting(Lap::stage)
                .containsExactly("start", "canary", "isolated", "partial", "full", "off", "drain", "clean-up");
        assertThat(report.course().underWay()).isEmpty();
        assertThat(report.course().outcome().map(Outcome::because)).contains("/orders is live, 3 instances serve it");
        assertThat(report.course().endedAt())
                .contains(report.course().laps().get(7).ended());
    }

    @Test
    void tellsWhatTheStageUnderWayDoesAndUntilWhen() {
        ReleaseReport report = recorder.record(recorder.drive.release(Drive.orders("v2"), Goal.RELEASE), 30);

        UnderWay now = report.course().underWay().orElseThrow();
        assertThat(report.title()).isEqualTo("/orders in realm prod: under way");
        assertThat(now.stage()).isEqualTo("partial");
        assertThat(now.says())
                .startsWith("canary partial, 10 % of the traffic: canary answered ")
                .endsWith(" UTC");
        assertThat(now.until()).isAfter(now.began());
        assertThat(report.course().verdict()).isEqualTo(now.observed().map(seen -> seen.verdict()));
    }

    @Test
    void countsEveryRequestOfAStageOnce() {
        ReleaseReport report = Recorder.promoted();

        assertThat(report.course().traffic().canary()).isEqualTo(sum(report, false));
        assertThat(report.course().traffic().stable()).isEqualTo(sum(report, true));
    }

    private static Counts sum(ReleaseReport report, boolean stable) {
        return report.course().laps().stream()
                .flatMap(lap -> lap.observed().stream())
                .map(seen -> stable ? seen.stable() : seen.canary())
                .reduce(Counts.NONE, Counts::plus);
    }

    @Test
    void keepsTheLookAtWhichTheGateFailed() {
        ReleaseReport report = Recorder.rolledBack();

        assertThat(report.title()).isEqualTo("/orders in realm prod: rolled back");
        assertThat(report.course().verdict())
                .contains(Verdict.fail("6 of 30 canary requests failed (20.00 %), stable 0.00 %; "
                        + "evidence of more than 2.0 times the stable app's: 3072, enough is 100"));
        assertThat(report.course().failedAt()).contains(lap(report, "partial").ended());
        assertThat(report.course().traffic().canary()).isEqualTo(new Counts(30, 6));
    }

    @Test
    void endsTheShareWhenItWasReadBackAsOff() {
        ReleaseReport report = Recorder.promoted();

        List<Sample> samples = report.course().traffic().samples();
        Sample last = samples.get(samples.size() - 1);
        assertThat(last)
                .isEqualTo(new Sample(
                        lap(report, "off").ended(),
                        "off",
                        0,
                        Counts.NONE,
                        Counts.NONE,
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Lap lap(ReleaseReport report, String stage) {
        return report.course().laps().stream()
                .filter(lap -> lap.stage().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isNotChangedByTheSameLookTwice() {
        Progress progress =
                recorder.drive.steps(Progress.start(recorder.drive.release(Drive.orders("v2"), Goal.RELEASE)), 30);
        ReleaseReport once =
                ReleaseReport.begin(progress.release(), "prod", Links.NONE).with(progress);

        assertThat(once.with(progress)).isEqualTo(once);
    }

    @Test
    void namesWhoApproved() {
        ReleaseReport report =
                ReportJson.read(ReportJson.write(Recorder.promoted().approvedBy("bob")));

        assertThat(report.course().approver()).contains("bob");
    }

    @Test
    void neverHoldsASecretOfTheDefinition() {
        AppDefinition target = Drive.definition("""
                {"id": "/orders", "instances": 3, "container": {"docker": {"image": "registry/orders:v4"}},
                 "env": {"BEHAVE": "crash", "DB_PASSWORD": "FATAL", "DB": "orders-db"}, "apiToken": "t0ps3cret"}""");

        ReleaseReport report = recorder.toEnd(target, Goal.RELEASE);

        assertThat(report.course().outcome().orElseThrow().log()).containsExactly("(hidden): cannot reach (hidden)");
        assertThat(ReportJson.write(report) + HtmlReport.of(report, recorder.now()))
                .doesNotContain("FATAL", "orders-db", "t0ps3cret", "\"crash\"");
    }

    @Test
    void readsAReportWithFieldsThatItDoesNotKnow() {
        ReleaseReport report = Recorder.promoted();

        String later = ReportJson.write(report)
                .replace("\"realm\" :", "\"new\" : 1, \"realm\" :")
                .replace("\"stage\" :", "\"new\" : {}, \"stage\" :");

        assertThat(ReportJson.read(later)).isEqualTo(report);
    }

    @Test
    void refusesAReportWrittenByALaterVersion() {
        assertThatThrownBy(() -> ReportJson.read("{\"version\":7}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a report written as version 7 cannot be read; this Cerebro reads version 1");
    }

    @Test
    void refusesWhatIsNoReport() {
        assertThatThrownBy(() -> ReportJson.read("[1,"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a release's report: ");
    }

    @Test
    void refusesAReportThatLacksWhatEveryReportHas() {
        assertThatThrownBy(() -> ReportJson.read("{\"version\":1}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a release's report: Null value for creator property 'realm'");
    }

    @Test
    void writesOneFlatObject() {
        assertThat(ReportJson.write(Recorder.promoted()))
                .startsWith("""
                        {
                          "version" : 1,
                          "realm" : "prod",
                          "service" : "/orders",
                          "goal" : "RELEASE",
                          "by" : "ann",
                          "startedAt" : "2026-11-23T12:00:21Z",
                          "image" : "registry/orders:v2",
                        """)
                .contains("\n  \"laps\" : [", "\n  \"outcome\" : {");
    }

    @Test
    void linksToTheWebOnly() {
        assertThat(Links.NONE
                        .and("build", "HTTPS://ci.example.com/job/orders/7/?a=1#x")
                        .urls())
                .containsEntry("build", "HTTPS://ci.example.com/job/orders/7/?a=1#x");
        assertThatThrownBy(() -> Links.NONE.and("build", "javascript:alert(1)"))
                .hasMessage(
                        "the link 'build' is not an http:// or https:// URL without a login: 'javascript:alert(1)'");
        assertThatThrownBy(() -> Links.NONE.and("build", "https://ann:pw@ci.example.com/"))
                .hasMessage("the link 'build' is not an http:// or https:// URL without a login");
    }
}
