package io.jenkins.plugins.cerebro.release;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.cerebro.definition.DefinitionException;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.realm.Realm;
import io.cerebro.realm.RealmsException;
import io.cerebro.release.Goal;
import io.cerebro.release.Progress;
import io.cerebro.release.Release;
import io.cerebro.release.Settings;
import io.cerebro.release.Size;
import io.cerebro.report.Links;
import io.cerebro.report.ReleaseReport;
import io.jenkins.plugins.cerebro.page.CerebroAction;
import io.jenkins.plugins.cerebro.page.Controls;
import io.jenkins.plugins.cerebro.page.Records;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/** One release of a build, from what a step asks for to its end: opened, driven, told. */
final class Journey implements Drive.Host {
    /** The step that it belongs to. */
    interface Owner {
        Run<?, ?> run() throws IOException, InterruptedException;

        TaskListener listener() throws IOException, InterruptedException;

        /** Null where the step runs without a node. */
        @Nullable
        FilePath workspace() throws IOException, InterruptedException;

        /** @throws RealmsException if it is not to be had */
        default Lent lend(Run<?, ?> run, String realm) {
            return Lent.to(run, realm);
        }

        /** Whether it has been told that it {@linkplain #begins begins}, maybe before a restart of Jenkins. */
        boolean begun();

        /** How far it had got. */
        Kept kept();

        /** From here on it is continued, whatever happens. */
        void begins(Kept kept);

        /** Whether the canary is to stay at its stage for now. */
        boolean holds();

        void looked(Progress progress, boolean moved);

        void ended(Progress end);

        /** It could not begin, or cannot go on; the sentence says why. */
        void failed(String because);
    }

    /** What outlives a restart. */
    record Kept(Progress progress, int record) {}

    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Request request;
    private final Owner owner;
    private final Looks looks;
    private volatile @Nullable Drive drive;
    private volatile @Nullable Journal journal;
    private volatile Optional<String> abort = Optional.empty();
    private volatile String trouble = "";
    private String phase = "";

    Journey(Request request, Owner owner) {
        this.request = request;
        this.owner = owner;
        this.looks = Looks.at(request.text("realm").orElse("the realm of a plan"));
    }

    /** Not in the calling thread: the definition may be on an agent. */
    void begin() {
        looks.now(this::open);
    }

    /** Turns it back. */
    void abort(String because) {
        abort = Optional.of(because);
        Drive going = drive;
        if (going != null) {
            going.abort(because);
        } else if (!trouble.isEmpty()) {
            owner.failed("could not turn it back: " + trouble
                    + "; the canary may still have its share: mend that and run cerebroRollback");
        }
    }

    void approve(String by) {
        Drive going = drive;
        Journal told = journal;
        if (going != null && told != null) {
            told.approved(by);
            going.approve(by);
        }
    }

    void wake() {
        Drive going = drive;
        if (going != null) {
            going.wake();
        }
    }

    /** Empty before the first look. */
    Optional<Progress> progress() {
        return Optional.ofNullable(drive).map(Drive::progress);
    }

    String gate() {
        Journal told = journal;
        return told == null ? "" : told.gate();
    }

    private void open() {
        try {
            Run<?, ?> run = owner.run();
            if (!owner.begun() && abort.isPresent()) {
                owner.failed(abort.get() + "; nothing was changed");
                return;
            }
            Lent lent = owner.lend(run, realmName(run));
            try {
                start(run, lent);
            } catch (IOException | InterruptedException | RuntimeException e) {
                lent.giveBack();
                throw e;
            }
        } catch (RealmsException | DefinitionException | IllegalArgumentException e) {
            couldNot(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            couldNot("tried to begin but " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            couldNot("interrupted");
        }
    }

    private String realmName(Run<?, ?> run) throws IOException {
        Optional<String> plan = request.text("plan");
        if (plan.isEmpty()) {
            return request.required("realm", "prod");
        }
        String planned = Plans.of(run).read(plan.get()).realm();
        request.text("realm").filter(given -> !given.equals(planned)).ifPresent(given -> {
            throw new IllegalArgumentException(plan.get() + " is for the realm " + planned + ", not for " + given);
        });
        return planned;
    }

    private void start(Run<?, ?> run, Lent lent) throws IOException, InterruptedException {
        Kept kept = owner.begun() ? owner.kept() : fresh(run, lent);
        Journal told =
                new Journal(run, kept.record(), owner.listener(), lent.realm().audience());
        journal = told;
        Drive going = new Drive(looks, lent, kept.progress(), this);
        Controls.register(run, kept.record(), control());
        drive = going;
        abort.ifPresent(going::abort);
        going.start();
    }

    private Kept fresh(Run<?, ?> run, Lent lent) throws IOException, InterruptedException {
        Realm realm = lent.realm();
        Release release = release(run, lent);
        Progress start = start(release, realm);
        int number = Records.of(run)
                .add(ReleaseReport.begin(release, realm.name(), links(run, lent, release))
                        .ofCommit(request.text("commit")));
        CerebroAction.on(run);
        Kept kept = new Kept(start, number);
        owner.begins(kept);
        return kept;
    }

    private Progress start(Release release, Realm realm) {
        if (release.goal() != Goal.SCALE) {
            return Progress.start(release);
        }
        Size size = Size.of(request.required("instances", "+2"), realm.limits());
        boolean during = request.text("duringRelease").filter("true"::equals).isPresent();
        return Progress.scale(release, during ? size.alsoDuringRelease() : size);
    }

    private static Links links(Run<?, ?> run, Lent lent, Release release) {
        Links links = lent.links(release.service());
        String root = Jenkins.get().getRootUrl();
        return root == null ? links : links.and(run.getFullDisplayName(), root + run.getUrl());
    }

    private Controls.Control control() {
        return new Controls.Control() {
            @Override
            public void approve(String by) {
                Journey.this.approve(by);
            }

            @Override
            public void rollBack(String by) {
                Journey.this.abort("rolled back by " + by);
            }
        };
    }

    private Release release(Run<?, ?> run, Lent lent) throws IOException, InterruptedException {
        Settings settings = request.overrides().over(lent.settings());
        Goal goal = request.goal();
        Instant now = lent.world().clock().instant();
        if (goal.needsDefinition()) {
            AppDefinition definition = new Definitions(request, lent.realm()).find(run, owner.workspace());
            return Release.of(definition, goal, settings, By.of(run), now);
        }
        Optional<String> plan = request.text("plan");
        if (plan.isPresent()) {
            AppDefinition planned = Plans.of(run).read(plan.get()).definition();
            return new Release(planned.id(), goal, Optional.of(planned), settings, By.of(run), now);
        }
        return Release.of(AppId.of(request.required("service", "/orders")), goal, settings, By.of(run), now);
    }

    /** Before anything was sent this is the end; later, what keeps Jenkins from its realm may be mended. */
    private void couldNot(String why) {
        if (!owner.begun()) {
            owner.failed(why);
            return;
        }
        if (!why.equals(trouble)) {
            trouble = why;
            say("cannot go on: " + why + "; trying again");
        }
        if (abort.isPresent()) {
            abort(abort.get());
        } else {
            looks.after(RETRY, this::open);
        }
    }

    private void say(String line) {
        try {
            owner.listener().getLogger().println("[Cerebro] " + line);
        } catch (IOException e) {
            trouble = line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean holds() {
        return owner.holds();
    }

    @Override
    public void looked(Progress progress, Instant now) {
        boolean moved = !progress.phase().getClass().getName().equals(phase);
        phase = progress.phase().getClass().getName();
        Journal told = journal;
        if (told != null) {
            told.looked(progress, now);
        }
        owner.looked(progress, moved);
    }

    @Override
    public void ended(Progress end) {
        Journal told = journal;
        if (told != null) {
            told.ended(end.outcome().orElseThrow());
        }
        owner.ended(end);
    }
}
