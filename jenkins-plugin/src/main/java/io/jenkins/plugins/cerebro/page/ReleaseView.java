package io.jenkins.plugins.cerebro.page;

import hudson.model.Api;
import hudson.model.Item;
import hudson.model.Run;
import io.cerebro.document.Amounts;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.release.Outcome;
import io.cerebro.report.Course;
import io.cerebro.report.Picture;
import io.cerebro.report.ReleaseReport;
import io.cerebro.report.Subject;
import io.cerebro.report.Times;
import io.cerebro.report.UnderWay;
import io.jenkins.plugins.cerebro.CerebroPermissions;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.GET;

/** One release on its build's page, made anew for every request. */
@ExportedBean(defaultVisibility = 2)
public final class ReleaseView {
    private static final String UNDER_WAY = "under way";
    private static final Map<String, String> ICONS = Map.of("done", "blue", "rolled back", "yellow", "failed", "red");

    private final Run<?, ?> run;
    private final int number;
    private final Optional<ReleaseReport> report;
    private final @Nullable String trouble;

    ReleaseView(Run<?, ?> run, int number) {
        this.run = run;
        this.number = number;
        Optional<ReleaseReport> read = Optional.empty();
        String why = null;
        try {
            read = Records.of(run).read(number);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            why = "its record cannot be read: " + e.getMessage();
        }
        report = read;
        trouble = why;
    }

    public Api getApi() {
        return new Api(this);
    }

    @Exported
    public int getNumber() {
        return number;
    }

    /** Why it cannot be shown; null where it can. */
    @Exported
    public @Nullable String getTrouble() {
        return trouble;
    }

    /** What was released where. */
    public String getTitle() {
        return report.map(ReleaseReport::subject)
                .map(subject -> subject.service() + " in realm " + subject.realm())
                .orElse("release " + number);
    }

    /** {@code under way}, {@code done}, {@code rolled back} or {@code failed}. */
    @Exported
    public @Nullable String getState() {
        return of(course ->
                course.outcome().map(outcome -> outcome.kind().words()).orElse(UNDER_WAY));
    }

    /** The state as Jenkins shows that of a build. */
    public String getIcon() {
        return ICONS.getOrDefault(String.valueOf(getState()), isUnderWay() ? "nobuilt-anime" : "nobuilt");
    }

    /** Whether it is being driven in this Jenkins now, or will be when that has started. */
    public boolean isUnderWay() {
        return UNDER_WAY.equals(getState()) && run.isBuilding();
    }

    /** Whether its build was over before it was. */
    public boolean isAbandoned() {
        return UNDER_WAY.equals(getState()) && !run.isBuilding();
    }

    @Exported
    public @Nullable String getService() {
        return about(subject -> subject.service().toString());
    }

    @Exported
    public @Nullable String getRealm() {
        return about(Subject::realm);
    }

    @Exported
    public @Nullable String getGoal() {
        return about(subject -> Amounts.name(subject.goal()));
    }

    @Exported
    public @Nullable String getBy() {
        return about(Subject::by);
    }

    @Exported
    public @Nullable String getImage() {
        return about(subject -> subject.image().orElse(null));
    }

    @Exported
    public @Nullable String getBegan() {
        return about(subject -> subject.startedAt().toString());
    }

    @Exported
    public @Nullable String getEnded() {
        return of(course -> course.endedAt().map(Instant::toString).orElse(null));
    }

    /** When it began, and how long it took. */
    public String getWhen() {
        return report.map(ReleaseView::when).orElse("");
    }

    private static String when(ReleaseReport read) {
        Instant began = read.subject().startedAt();
        return Times.full(began)
                + read.course()
                        .endedAt()
                        .map(ended -> ", took " + Times.between(began, ended))
                        .orElse("");
    }

    /** What it does or waits for, or how it ended, in one sentence. */
    @Exported
    public @Nullable String getSays() {
        return of(course -> course.outcome()
                .map(Outcome::because)
                .or(() -> course.underWay().map(stage -> stage.says()))
                .orElse("not begun"));
    }

    /** What the gate said last, with its numbers. */
    @Exported
    public @Nullable String getVerdict() {
        return of(course -> course.verdict().map(Object::toString).orElse(null));
    }

    @Exported
    public @Nullable String getApprover() {
        return of(course -> course.approver().orElse(null));
    }

    /** The failing task's own last lines. */
    @Exported(visibility = 1)
    public List<String> getLog() {
        return report.flatMap(read -> read.course().outcome()).map(Outcome::log).orElse(List.of());
    }

    public String getLogText() {
        return String.join("\n", getLog());
    }

    @Exported(visibility = 1)
    public List<StageView> getStages() {
        return report.map(ReleaseReport::course).map(StageView::all).orElse(List.of());
    }

    @Exported(visibility = 1)
    public List<SampleView> getSamples() {
        return report.stream()
                .flatMap(read -> read.course().traffic().samples().stream())
                .map(SampleView::new)
                .toList();
    }

    @Exported(visibility = 1)
    public List<LinkView> getLinks() {
        return report.stream()
                .flatMap(read -> read.subject().links().urls().entrySet().stream())
                .map(link -> new LinkView(link.getKey(), link.getValue()))
                .toList();
    }

    /** The definition, its secrets hidden, for those who may see how the job is configured; null for all others. */
    @Exported(visibility = 1)
    public @Nullable String getSent() {
        boolean allowed = Stream.of(Item.EXTENDED_READ, Item.CONFIGURE, CerebroPermissions.DEPLOY)
                .anyMatch(run.getParent()::hasPermission);
        return allowed
                ? about(subject -> subject.sent().map(ReleaseView::pretty).orElse(null))
                : null;
    }

    private static String pretty(AppDefinition definition) {
        return definition.json().toPrettyString();
    }

    /** SVG, every value in it escaped by {@link Picture}; empty where there is nothing to draw. */
    public String getPicture() {
        return report.map(read -> Picture.of(read, Instant.now())).orElse("");
    }

    private <T> @Nullable T about(Function<Subject, @Nullable T> what) {
        return report.isPresent() ? what.apply(report.get().subject()) : null;
    }

    private <T> @Nullable T of(Function<Course, @Nullable T> what) {
        return report.isPresent() ? what.apply(report.get().course()) : null;
    }

    /** {@code release/1/picture.svg}. */
    @GET
    @WebMethod(name = "picture.svg")
    public HttpResponse doPicture() {
        return trouble == null ? new Sentence(200, "image/svg+xml", getPicture()) : new Sentence(404, trouble);
    }

    public boolean isRollBackable() {
        return isUnderWay() && run.getParent().hasPermission(CerebroPermissions.DEPLOY);
    }

    /** Whether a person's word can take it on: its canary has a share of the traffic, and nobody has said so yet. */
    public boolean isApprovable() {
        return isRollBackable()
                && getApprover() == null
                && report.flatMap(read -> read.course().underWay())
                        .flatMap(UnderWay::observed)
                        .filter(seen -> seen.share().basisPoints() > 0)
                        .isPresent();
    }

    /** {@code POST release/1/approve}: answers with one sentence. */
    @RequirePOST
    public HttpResponse doApprove() {
        run.getParent().checkPermission(CerebroPermissions.DEPLOY);
        return act(Controls.Control::approve, "goes on once it has been watched long enough, approved by ");
    }

    /** {@code POST release/1/rollBack}: answers with one sentence. */
    @RequirePOST
    public HttpResponse doRollBack() {
        run.getParent().checkPermission(CerebroPermissions.DEPLOY);
        return act(Controls.Control::rollBack, "is being rolled back by ");
    }

    private HttpResponse act(BiConsumer<Controls.Control, String> wish, String said) {
        Optional<Controls.Control> control = Controls.of(run, number);
        if (control.isEmpty()) {
            return new Sentence(409, "it is too late: this release is not under way any more");
        }
        String name = Jenkins.getAuthentication2().getName();
        wish.accept(control.get(), name);
        return new Sentence(200, getService() + " " + said + name);
    }
}
