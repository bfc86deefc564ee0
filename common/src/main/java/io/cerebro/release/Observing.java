package io.cerebro.release;

import io.cerebro.gate.Hearing;
import io.cerebro.gate.Verdict;
import io.cerebro.realm.GateSettings.NotEnoughData;
import io.cerebro.traffic.LoadBalancer;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Server;
import io.cerebro.traffic.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Watches the canary with its share, and judges it at every look.
 *
 * @param share that the stage gives it
 * @param bakedAt when it has been watched long enough; a gate that does not know by then is held until {@code until}
 * @param tasks what has become of its tasks
 * @param held whether somebody keeps it at this stage for now
 * @param approvedBy who takes it on although the gate does not know
 * @param downSince since when a load balancer has had no canary instance up
 */
record Observing(
        Stage at,
        Share share,
        Instant bakedAt,
        Instant until,
        Hearing hearing,
        CanaryTasks tasks,
        boolean held,
        Optional<String> approvedBy,
        Optional<Instant> downSince)
        implements Sharing {
    private static final Duration DOWN_LIMIT = Duration.ofSeconds(10);

    static Observing begin(Release release, Stage at, Hearing hearing) {
        Settings settings = release.settings();
        Instant bakedAt = hearing.traffic().since().plus(at.bake(settings));
        boolean holds = at == Stage.PARTIAL && settings.gate().onNotEnoughData() == NotEnoughData.HOLD;
        return new Observing(
                at,
                at.share(settings),
                bakedAt,
                holds ? bakedAt.plus(settings.hold()) : bakedAt.plus(settings.router()),
                hearing,
                CanaryTasks.NONE,
                false,
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Phase next(Release release, World world) {
        Instant now = world.now();
        RouterView view = world.router().look(release.service());
        CanaryTasks lived = tasks.look(release, world);
        Hearing heard = Judging.look(
                hearing, view, lived.findings(release.settings().gate().tasks()), release, world);
        Optional<Instant> down = anyWithoutCanary(view) ? downSince.or(() -> Optional.of(now)) : Optional.empty();
        Instant end = world.held() ? later(until, now.plus(release.settings().hold())) : until;
        Observing looked = new Observing(at, share, bakedAt, end, heard, lived, world.held(), approvedBy, down);
        if (view.confirms(share)) {
            return ready(release) && !world.held() ? looked.onward(release, now) : looked;
        }
        if (changedByAnother(view)) {
            return HandedOver.begin(release, now);
        }
        world.router().set(release.service(), share);
        return looked;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    Observing approved(String by) {
        return new Observing(at, share, bakedAt, until, hearing, tasks, held, Optional.of(by), downSince);
    }

    /** What cannot be seen cannot be judged. What was seen before stays, and counts again when there is an answer. */
    @Override
    public Phase unseen(String because) {
        return new Observing(at, share, bakedAt, until, hearing.unseen(because), tasks, held, approvedBy, downSince);
    }

    /** A load balancer that has been reloaded may have lost its share; one that has not was told another. */
    private boolean changedByAnother(RouterView view) {
        return view.loadBalancers().stream()
                .filter(balancer -> !balancer.share().equals(share))
                .anyMatch(balancer -> hearing.traffic().sameEpoch(balancer));
    }

    /** What a look has shown is kept before anything follows from it: the record ends with the verdict that let it go on. */
    private boolean ready(Release release) {
        boolean baked = !hearing.traffic().lastLook().isBefore(bakedAt);
        return baked && (passed(release) || release.settings().gate().onNotEnoughData() == NotEnoughData.ROLLBACK);
    }

    private boolean passed(Release release) {
        return hearing.verdict().kind() == Verdict.Kind.PASS
                || (at == Stage.ISOLATED && !hearing.checking())
                || approvedBy.isPresent()
                || release.settings().gate().onNotEnoughData() == NotEnoughData.PROMOTE;
    }

    private Phase onward(Release release, Instant now) {
        if (hopeless().isPresent()) {
            return this;
        }
        if (passed(release)) {
            return past(release, now);
        }
        return release.settings().gate().onNotEnoughData() == NotEnoughData.ROLLBACK
                ? giveUp(release, new Reason("the gate said " + hearing.verdict()), now)
                : this;
    }

    private Phase past(Release release, Instant now) {
        if (release.goal() == Goal.TRIAL) {
            Outcome tried = Outcome.done(
                    "tried as canary " + at + " and taken away again: " + numbers() + "; " + hearing.verdict());
            return TurningOff.begin(release, Exit.ofCanary(tried, release.id(), false), now);
        }
        if (at.last(release.goal())) {
            return new Ended(Outcome.done("the canary is " + at + ", " + numbers() + approval()));
        }
        return at == Stage.ISOLATED
                ? Shifting.begin(release, Stage.PARTIAL, hearing.learned(), now)
                : Promoting.begin(release, this, now);
    }

    private static boolean anyWithoutCanary(RouterView view) {
        return view.loadBalancers().stream()
                .map(LoadBalancer::canary)
                .anyMatch(servers -> servers.stream().noneMatch(Server::up));
    }

    @Override
    public Optional<String> hopeless() {
        if (hearing.verdict().kind() == Verdict.Kind.FAIL) {
            return Optional.of(
                    "canary " + at + " failed its gate: " + hearing.verdict().because());
        }
        return downSince
                .filter(since -> hearing.traffic().lastLook().isAfter(since.plus(DOWN_LIMIT)))
                .map(since -> "canary " + at + ": no canary instance has been up since " + since);
    }

    /** Of the task that is to blame, where one is. */
    @Override
    public List<String> evidence(World world) {
        return tasks.log(world);
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Optional<Observation> observation() {
        return Optional.of(Observation.of(stage(), share, hearing));
    }

    @Override
    public String stage() {
        return at.toString();
    }

    @Override
    public String says() {
        return "canary " + at + ", " + share + ": " + (downSince.isPresent() ? "no canary instance is up; " : "")
                + numbers() + "; " + hearing.verdict() + approval();
    }

    private String approval() {
        return approvedBy.map(by -> "; approved by " + by).orElse("");
    }

    @Override
    public String term() {
        if (hearing.traffic().lastLook().isBefore(bakedAt)) {
            return Deadline.until(bakedAt);
        }
        if (held) {
            return "kept at this stage as long as its checks run";
        }
        return waitsForPerson() ? "held for a person " + Deadline.until(until) : "going on";
    }

    @Override
    public boolean waitsForPerson() {
        boolean goesOn =
                hearing.verdict().kind() == Verdict.Kind.PASS || at == Stage.ISOLATED || approvedBy.isPresent();
        return !hearing.traffic().lastLook().isBefore(bakedAt) && !held && !goesOn;
    }

    private String numbers() {
        return String.format(
                Locale.ROOT,
                "canary answered %d requests, %.2f %% errors; stable %d, %.2f %%",
                hearing.traffic().canary().requests(),
                100 * hearing.traffic().canary().errorRate(),
                hearing.traffic().stable().requests(),
                100 * hearing.traffic().stable().errorRate());
    }
}
