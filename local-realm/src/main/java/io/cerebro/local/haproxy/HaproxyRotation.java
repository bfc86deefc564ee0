package io.cerebro.local.haproxy;

import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Address;
import io.cerebro.traffic.haproxy.LoadBalancerSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rotation of a real HAProxy that runs beside this JVM and outlives it. Instances come and go in slots at run time; only
 * a new service, port or health path, or more instances than slots, needs a reload, and that loses no request either.
 */
public final class HaproxyRotation implements Rotation {
    private static final Logger LOG = LoggerFactory.getLogger(HaproxyRotation.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Patience LEAVE_STEP = new Patience(Duration.ofSeconds(5));

    private final HaproxySettings settings;
    private final Haproxy haproxy;
    private final Membership membership;
    private final Wishes wishes = new Wishes();
    private final Semaphore news = new Semaphore(0);
    private final Thread worker;
    private volatile boolean closed;
    private volatile Set<String> problems = Set.of();

    private HaproxyRotation(HaproxySettings settings) {
        this.settings = settings;
        this.haproxy = new Haproxy(settings);
        ConfigFile file = new ConfigFile(settings.directory());
        file.prepare(settings.maps());
        this.membership = new Membership(settings, haproxy, file, Clock.systemUTC());
        this.worker = new Thread(this::work, "haproxy-" + settings.realm());
        worker.setDaemon(true);
    }

    /** Starts HAProxy, without any service yet, or takes over the one that an earlier process has left running. */
    public static HaproxyRotation start(HaproxySettings settings) {
        HaproxyRotation rotation = new HaproxyRotation(settings);
        Optional<Long> found = rotation.haproxy.running();
        rotation.membership.turn(rotation.wishes, LOG::warn);
        LOG.info(
                "HAProxy {} of realm {} is {}",
                rotation.haproxy.running().orElse(0L),
                settings.realm(),
                found.isPresent() ? "taken over as it runs" : "started");
        rotation.worker.start();
        return rotation;
    }

    /** Whether a realm's HAProxy runs, whoever started it. */
    public static boolean runs(HaproxySettings settings) {
        return new Haproxy(settings).running().isPresent();
    }

    /** Ends a realm's HAProxy whoever started it; nothing happens where none runs. */
    public static void stop(HaproxySettings settings) {
        new Haproxy(settings).stop();
    }

    /** What a {@link io.cerebro.traffic.haproxy.HaproxyRouter} of this realm needs. */
    public static List<LoadBalancerSettings> loadBalancers(HaproxySettings settings) {
        return List.of(
                LoadBalancerSettings.local(settings.realm() + "-haproxy", settings.adminSocket(), settings.maps()));
    }

    public List<LoadBalancerSettings> loadBalancers() {
        return loadBalancers(settings);
    }

    /** What keeps HAProxy from having all that was wished for, each in one sentence; empty when all is well. */
    public Set<String> problems() {
        return problems;
    }

    @Override
    public void apply(List<Service> services) {
        wishes.wish(services);
        news.release();
    }

    /** The same for services that Marathon does not run, beside its snapshots. */
    public void applyOutside(List<Service> services) {
        wishes.wishOutside(services);
        news.release();
    }

    @Override
    public void leave(AppId app, Address instance) throws InterruptedException {
        Optional<Membership.Leaver> leaver = find(app, instance);
        wishes.depart(app, instance);
        try {
            if (leaver.isPresent()) {
                release(leaver.get());
            }
            if (!LEAVE_STEP.await(() -> membership.idle(instance))) {
                LOG.warn(
                        "{} of {} leaves after {} s although HAProxy may have a request under way there",
                        instance,
                        app,
                        LEAVE_STEP.limit().toSeconds());
            }
        } finally {
            leaver.ifPresent(this::vacate);
        }
    }

    /** What is not known yet, as soon after a restart, is known after a turn. */
    private Optional<Membership.Leaver> find(AppId app, Address instance) throws InterruptedException {
        Optional<Membership.Leaver> known = membership.find(app, instance);
        if (known.isPresent()) {
            return known;
        }
        LEAVE_STEP.await(() -> {
            membership.turn(wishes, LOG::debug);
            return true;
        });
        return membership.find(app, instance);
    }

    private void release(Membership.Leaver leaver) throws InterruptedException {
        if (!LEAVE_STEP.await(() -> membership.release(leaver, false))) {
            LOG.warn(
                    "{} leaves {} although no other instance is known to be up",
                    leaver.instance(),
                    leaver.pool().backend());
            attempt(() -> membership.release(leaver, true));
        }
    }

    private void vacate(Membership.Leaver leaver) {
        attempt(() -> membership.vacate(leaver));
    }

    /** What fails here is made good by a later turn. */
    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (Unreachable | HaproxyException | IllegalArgumentException e) {
            LOG.warn("{}", e.getMessage());
        }
    }

    private void work() {
        while (!closed) {
            try {
                if (news.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
                if (!closed) {
                    turn();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void turn() {
        Set<String> now = new LinkedHashSet<>();
        try {
            membership.turn(wishes, now::add);
        } catch (RuntimeException e) {
            now.add(String.valueOf(e.getMessage()));
            LOG.debug("a turn failed", e);
        }
        now.stream().filter(problem -> !problems.contains(problem)).forEach(LOG::warn);
        problems = Set.copyOf(now);
    }

    /** Stops managing; HAProxy serves on. */
    @Override
    public void close() {
        closed = true;
        news.release();
        try {
            worker.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops managing, and HAProxy with it. */
    public void stop() {
        close();
        haproxy.stop();
    }
}
