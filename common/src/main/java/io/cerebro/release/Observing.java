package io.cerebro.release;

import io.cerebro.gate.Counters;
import io.cerebro.gate.Reading;
import io.cerebro.gate.Verdict;
import io.cerebro.gate.Window;
import io.cerebro.realm.GateSettings.NotEnoughData;
import io.cerebro.traffic.LoadBalancer;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Server;
import io.cerebro.traffic.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Watches the canary with its share, and judges it at every look.
 *
 * @param share that the stage gives it
 * @param bakedAt when it has been watched long enough; a gate that does not know by then is held until {@code until}
 * @param reading where the gate's tests stood at the last look
 * @param held whether somebody keeps it at this stage for now
 * @param approvedBy who takes it on although the gate does not know
 * @param downSince since when a load balancer has had no canary instance up
 */
record Observing(
        Stage at,
        Share share,
        Instant bakedAt,
        Instant until,
        Window window,
        Verdict verdict,
        Optional<Reading> reading,
        boolean held,
        Optional<String> approvedBy,
        Optional<Instant> downSince)
        implements Sharing {
    private static final Duration DOWN_LIMIT = Duration.ofSeconds(10);

    static Observing begin(Release release, Stage at, Window window) {
        Settings settings = release.settings();
        Instant bakedAt = window.since().plus(at.bake(settings));
        boolean holds = at == Stage.PARTIAL && settings.gate().onNotEnoughData() == NotEnoughData.HOLD;
        return new Observing(
                at,
                at.share(settings),
                bakedAt,
                holds ? bakedAt.plus(settings.hold()) : bakedAt.plus(settings.router()),
                window,
                Verdict.notEnoughData("just started"),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Phase next(Release release, World world) {
        Instant now = world.now();
        RouterView view = world.router().look(release.service());
        Window seen = window.advance(now, Counters.of(view));
        Optional<Instant> down = anyWithoutCanary(view) ? downSince.or(() -> Optional.of(now)) : Optional.empty();
        Verdict judged = world.judge().judge(seen, release.settings().gate());
        Optional<Reading> read = Optional.of(Reading.of(seen, release.settings().gate()));
        Instant end = world.held() ? later(until, now.plus(release.settings().hold())) : until;
        Observing looked = new Observing(at, share, bakedAt, end, seen, judged, read, world.held(), approvedBy, down);
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
        return new Observing(at, share, bakedAt, until, window, verdict, reading, held, Optional.of(by), downSince);
    }

    /** What cannot be seen cannot be judged. What was seen before stays, and counts again when there is an answer. */
    @Override
    public Phase unseen(String because) {
        return new Observing(
                at,
                share,
                bakedAt,
                until,
                window,
                Verdict.notEnoughData(because),
                reading,
                held,
                approvedBy,
                downSince);
    }

    /** A load balancer that has been reloaded may have lost its share; one that has not was told another. */
    private boolean changedByAnother(RouterView view) {
        return view.loadBalancers().stream()
                .filter(balancer -> !balancer.share().equals(share))
                .anyMatch(balancer -> window.sameEpoch(balancer));
    }

    /** What a look has shown is kept before anything follows from it: the record ends with the verdict that let it go on. */
    private boolean ready(Release release) {
        boolean baked = !window.lastLook().isBefore(bakedAt);
        return baked && (passed(release) || release.settings().gate().onNotEnoughData() == NotEnoughData.ROLLBACK);
    }

    private boolean passed(Release release) {
        return verdict.kind() == Verdict.Kind.PASS
                || at == Stage.ISOLATED
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
                ? giveUp(release, new Reason("the gate said " + verdict), now)
                : this;
    }

    private Phase past(Release release, Instant now) {
        if (release.goal() == Goal.TRIAL) {
            Outcome tried =
                    Outcome.done("tried as canary " + at + " and taken away again: " + numbers() + "; " + verdict);
            return TurningOff.begin(release, Exit.ofCanary(tried, release.id(), false), now);
        }
        if (at.last(release.goal())) {
            return new Ended(Outcome.done("the canary is " + at + ", " + numbers() + approval()));
        }
        return at == Stage.ISOLATED
                ? Shifting.begin(
                        release,
                        Stage.PARTIAL,
                        window.evidence().next(release.settings().gate()),
                        now)
                : Promoting.begin(release, this, now);
    }

    private static boolean anyWithoutCanary(RouterView view) {
        return view.loadBalancers().stream()
                .map(LoadBalancer::canary)
                .anyMatch(servers -> servers.stream().noneMatch(Server::up));
    }

    @Override
    public Optional<String> hopeless() {
        if (verdict.kind() == Verdict.Kind.FAIL) {
            return Optional.of("canary " + at + " failed its gate: " + verdict.because());
        }
        return downSince
                .filter(since -> window.lastLook().isAfter(since.plus(DOWN_LIMIT)))
                .map(since -> "canary " + at + ": no canary instance has been up since " + since);
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Optional<Observation> observation() {
        return Optional.of(
                new Observation(window.lastLook(), stage(), share, window.stable(), window.canary(), verdict, reading));
    }

    @Override
    public String stage() {
        return at.toString();
    }

    @Override
    public String says() {
        return "canary " + at + ", " + share + ": " + (downSince.isPresent() ? "no canary instance is up; " : "")
                + numbers() + "; " + verdict + approval();
    }

    private String approval() {
        return approvedBy.map(by -> "; approved by " + by).orElse("");
    }

    @Override
    public String term() {
        if (window.lastLook().isBefore(bakedAt)) {
            return Deadline.until(bakedAt);
        }
        if (held) {
            return "kept at this stage as long as its checks run";
        }
        return waitsForPerson() ? "held for a person " + Deadline.until(until) : "going on";
    }

    @Override
    public boolean waitsForPerson() {
        boolean goesOn = verdict.kind() == Verdict.Kind.PASS || at == Stage.ISOLATED || approvedBy.isPresent();
        return !window.lastLook().isBefore(bakedAt) && !held && !goesOn;
    }

    private String numbers() {
        return String.format(
                Locale.ROOT,
                "canary answered %d requests, %.2f %% errors; stable %d, %.2f %%",
                window.canary().requests(),
                100 * window.canary().errorRate(),
                window.stable().requests(),
                100 * window.stable().errorRate());
    }
}
