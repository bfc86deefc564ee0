package io.jenkins.plugins.cerebro.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import hudson.security.Permission;
import io.cerebro.release.Drive;
import io.cerebro.release.Goal;
import io.cerebro.release.Progress;
import io.cerebro.report.Links;
import io.cerebro.report.ReleaseReport;
import io.jenkins.plugins.cerebro.CerebroPermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.MockedStatic;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

class CerebroActionTest {
    @TempDir
    Path directory;

    @SuppressWarnings({"rawtypes", "unchecked"})
    private final Run<?, ?> run = mock(Run.class);

    private final Job<?, ?> job = mock(Job.class);
    private final CerebroAction page = new CerebroAction();
    private final Drive drive = new Drive().live(Drive.orders("v1"));

    @BeforeEach
    @SuppressWarnings({"rawtypes", "unchecked"})
    void build() {
        when(run.getRootDir()).thenReturn(directory.toFile());
        when(((Run) run).getParent()).thenReturn(job);
        when(run.getExternalizableId()).thenReturn("shop/orders#12");
        when(run.isBuilding()).thenReturn(true);
        page.onAttached(run);
    }

    @Test
    void tellsAReleaseUnderWayWithItsTrafficAndWhatItWaitsFor() {
        recorded(25);

        ReleaseView release = page.getReleases().get(0);

        assertThat(page.isBuilding()).isTrue();
        assertThat(release.getTitle()).isEqualTo("/orders in realm prod");
        assertThat(release.getState()).isEqualTo("under way");
        assertThat(release.isUnderWay()).isTrue();
        assertThat(release.isAbandoned()).isFalse();
        assertThat(release.getIcon()).isEqualTo("nobuilt-anime");
        assertThat(release.getSays()).startsWith("canary partial, 10 % of the traffic: canary answered ");
        assertThat(release.getEnded()).isNull();
        assertThat(release.getStages())
                .extracting(StageView::getStage)
                .containsExactly("start", "canary", "isolated", "partial");
        assertThat(release.getSamples())
                .last()
                .extracting(SampleView::getSharePercent)
                .isEqualTo(10.0);
        assertThat(release.getLinks()).extracting(LinkView::getLabel).containsExactly("/orders in Marathon");
        assertThat(release.getPicture()).startsWith("<svg ").contains("share of the traffic that the canary has");
    }

    @Test
    void tellsHowAReleaseEnded() {
        drive.router.canaryErrorRate(0.3);
        recorded(Integer.MAX_VALUE);

        ReleaseView release = Objects.requireNonNull(page.getRelease("1"));

        assertThat(release.getState()).isEqualTo("rolled back");
        assertThat(release.getIcon()).isEqualTo("yellow");
        assertThat(release.isUnderWay()).isFalse();
        assertThat(release.getVerdict()).startsWith("FAIL: ");
        assertThat(release.isApprovable()).isFalse();
        assertThat(release.isRollBackable()).isFalse();
    }

    @Test
    void hasNothingMoreToComeOnceTheBuildIsOver() {
        recorded(Integer.MAX_VALUE);
        when(run.isBuilding()).thenReturn(false);

        assertThat(page.isBuilding()).isFalse();
        assertThat(page.getReleases().get(0).isAbandoned()).isFalse();
    }

    @Test
    void tellsThatTheBuildWasOverBeforeTheReleaseWas() {
        recorded(25);
        when(run.isBuilding()).thenReturn(false);
        may(CerebroPermissions.DEPLOY);

        ReleaseView release = page.getReleases().get(0);

        assertThat(release.isAbandoned()).isTrue();
        assertThat(release.isUnderWay()).isFalse();
        assertThat(release.isApprovable()).isFalse();
        assertThat(release.isRollBackable()).isFalse();
        assertThat(release.getIcon()).isEqualTo("nobuilt");
    }

    @Test
    void countsItsReleasesWithoutReadingThem() throws IOException {
        recorded(3);
        Files.writeString(directory.resolve("cerebro/release-2.json"), "{");

        assertThat(Records.of(run).count()).isEqualTo(2);
        assertThat(page.getIconFileName()).isEqualTo("symbol-analytics");
    }

    @Test
    void letsNobodyTakeACanaryOnThatHasNoShareOrWasTakenOn() {
        may(CerebroPermissions.DEPLOY);
        recorded(8);
        ReleaseView isolated = page.getReleases().get(0);
        assertThat(isolated.getStages()).last().extracting(StageView::getStage).isEqualTo("isolated");
        assertThat(isolated.isApprovable()).isFalse();
        assertThat(isolated.isRollBackable()).isTrue();

        recorded(17);
        Records.of(run).write(2, Records.of(run).read(2).orElseThrow().approvedBy("ann"));
        ReleaseView approved = page.getReleases().get(1);
        assertThat(approved.getApprover()).isEqualTo("ann");
        assertThat(approved.isApprovable()).isFalse();
    }

    @Test
    void servesThePictureAloneAndNoneOfARecordThatCannotBeRead() throws IOException {
        recorded(25);
        Files.writeString(directory.resolve("cerebro/release-2.json"), "{");

        assertThat(page.getReleases().get(0).doPicture()).isInstanceOfSatisfying(Sentence.class, answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.type()).isEqualTo("image/svg+xml");
            assertThat(answer.text()).startsWith("<svg ");
        });
        assertThat(page.getReleases().get(1).doPicture())
                .isInstanceOfSatisfying(
                        Sentence.class, answer -> assertThat(answer.status()).isEqualTo(404));
    }

    @Test
    void hasNoReleaseThatIsNone() {
        recorded(3);
        assertThat(page.getRelease("2")).isNull();
        assertThat(page.getRelease("0")).isNull();
        assertThat(page.getRelease("../1")).isNull();
    }

    @Test
    void showsWhatWasSentOnlyToThoseWhoMaySeeHowTheJobIsConfigured() {
        recorded(3);
        assertThat(page.getReleases().get(0).getSent()).isNull();

        may(Item.EXTENDED_READ);
        assertThat(page.getReleases().get(0).getSent())
                .contains("\"image\" : \"registry/orders:v2\"")
                .contains("\"BEHAVE\" : \"(hidden)\"");
    }

    @Test
    void letsThoseWhoMayDeployGoOnOrBack() {
        List<String> wishes = new ArrayList<>();
        recorded(25);
        Controls.register(run, 1, new Controls.Control() {
            @Override
            public void approve(String by) {
                wishes.add("approved by " + by);
            }

            @Override
            public void rollBack(String by) {
                wishes.add("rolled back by " + by);
            }
        });
        ReleaseView release = page.getReleases().get(0);
        assertThat(release.isApprovable()).isFalse();
        may(CerebroPermissions.DEPLOY);
        assertThat(release.isApprovable()).isTrue();
        assertThat(release.isRollBackable()).isTrue();

        try (MockedStatic<Jenkins> jenkins = mockStatic(Jenkins.class)) {
            Authentication ann = mock(Authentication.class);
            when(ann.getName()).thenReturn("ann");
            jenkins.when(Jenkins::getAuthentication2).thenReturn(ann);
            assertThat(release.doApprove())
                    .isEqualTo(
                            new Sentence(200, "/orders goes on once it has been watched long enough, approved by ann"));
            assertThat(release.doRollBack()).isEqualTo(new Sentence(200, "/orders is being rolled back by ann"));
        }

        assertThat(wishes).containsExactly("approved by ann", "rolled back by ann");
        Controls.forget(run, 1);
        assertThat(release.doApprove())
                .isEqualTo(new Sentence(409, "it is too late: this release is not under way any more"));
    }

    @Test
    void letsNobodyElse() {
        recorded(25);
        doThrow(new AccessDeniedException("no")).when(job).checkPermission(any());
        ReleaseView release = page.getReleases().get(0);

        assertThatThrownBy(release::doApprove).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(release::doRollBack).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void saysThatARecordCannotBeReadAndShowsTheOthers() throws IOException {
        recorded(3);
        Files.writeString(directory.resolve("cerebro/release-2.json"), "{\"version\": 99}");

        List<ReleaseView> releases = page.getReleases();

        assertThat(releases).hasSize(2);
        assertThat(releases.get(1).getTrouble())
                .isEqualTo(
                        "its record cannot be read: a report written as version 99 cannot be read; this Cerebro reads"
                                + " version 1");
        assertThat(releases.get(1).getTitle()).isEqualTo("release 2");
        assertThat(releases.get(1).getPicture()).isEmpty();
        assertThat(releases.get(0).getTrouble()).isNull();
    }

    private void may(Permission permission) {
        when(job.hasPermission(permission)).thenReturn(true);
    }

    private void recorded(int looks) {
        Progress progress = Progress.start(drive.release(Drive.orders("v2"), Goal.RELEASE));
        Links links = Links.NONE.and("/orders in Marathon", "http://marathon.example.com:8080/ui/#/apps/%2Forders");
        ReleaseReport report = ReleaseReport.begin(progress.release(), "prod", links);
        for (int i = 0; i < looks && progress.outcome().isEmpty(); i++) {
            progress = drive.steps(progress, 1);
            report = report.with(progress);
        }
        Records.of(run).add(report);
    }
}
