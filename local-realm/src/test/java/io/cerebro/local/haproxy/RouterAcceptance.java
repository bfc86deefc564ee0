package io.cerebro.local.haproxy;

import static io.cerebro.local.haproxy.LiveRealm.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cerebro.http.Unreachable;
import io.cerebro.traffic.Latencies;
import io.cerebro.traffic.LoadBalancer;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Share;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every router must do: a canary's whole way through real HAProxies, under load from clients that never retry, with
 * keep-alive and without, GET and POST.
 */
abstract class RouterAcceptance {

    @TempDir
    Path directory;

    private final List<Instance> instances = new ArrayList<>();
    private Rig rig;

    abstract Rig start(Path directory) throws Exception;

    /** From the call of "off" to the last answer of the canary. */
    abstract Duration off();

    @BeforeEach
    void startRig() throws Exception {
        rig = start(directory);
    }

    @AfterEach
    void stopRig() throws Exception {
        rig.close();
        instances.forEach(Instance::close);
    }

    final Rig rig() {
        return rig;
    }

    final Instance instance(String name) throws Exception {
        Instance instance = Instance.named(name);
        instances.add(instance);
        return instance;
    }

    @Test
    void aGracefulCycleLosesNoRequestAndEachShareIsExact() throws Exception {
        List<Instance> stable = List.of(instance("v1"), instance("v1"), instance("v1"));
        Instance canary = instance("v2");
        members(stable, canary);
        try (Load load = Load.on(rig.ports())) {
            isolate(load);
            share(10);
            reload();
            share(50);
            assertUsersStay();
            share(100);
            Duration late = turnOff(load, canary);
            delete(stable, canary);
            assertThat(load.failures()).isEmpty();
            assertThat(load.sent()).isGreaterThan(1_000);
            assertThat(late).isLessThan(off());
        }
    }

    @Test
    void aCanaryKilledInRotationCostsNoRequestThatIsSafeToRepeat() throws Exception {
        List<Instance> stable = List.of(instance("v1"), instance("v1"));
        Instance canary = instance("v2");
        members(stable, canary);
        set(Share.percent(100));
        try (Load load = Load.on(rig.ports(), "GET")) {
            Eventually.check("the canary serves", () -> load.plain("v2") > 100);
            canary.close();
            Eventually.check("the stable instances serve", () -> load.plain("v1") > 300);
            assertThat(load.failuresButBrokenOff()).isEmpty();
        }
    }

    @Test
    void timesWhatCustomersWaitForAndTakesAStandInForTheStableAppItIs() throws Exception {
        List<Instance> stable = List.of(instance("v1"));
        Instance canary = instance("v2");
        canary.pause(Duration.ofMillis(60));
        members(stable, canary);
        set(Share.percent(100));
        int port = rig.ports().get(0);
        try (Client client = new Client(port, true)) {
            // a connection may still have come to the process before
            Eventually.check("the canary answers", () -> client.get("/").body().equals("v2"));
            for (int i = 1; i < 20; i++) {
                assertThat(client.get("/").body()).isEqualTo("v2");
            }
            canary.close();
            Eventually.check(
                    "the stable instance stands in",
                    () -> client.get("/").body().equals("v1"));
            for (int i = 0; i < 20; i++) {
                client.get("/");
            }
        }
        LoadBalancer balancer = rig.router().look(ORDERS).loadBalancers().get(0);
        Latencies slow = balancer.canaryAnswers().latencies();
        Latencies quick = balancer.stableAnswers().latencies();

        assertThat(slow.bounds()).isEqualTo(timed());
        assertThat(quick.bounds()).isEqualTo(timed());
        if (!timed().isEmpty()) {
            assertThat(slow.requests()).isEqualTo(20);
            assertThat(slow.at(timed().indexOf(0.05)).errors()).isEqualTo(20);
            assertThat(slow.at(timed().indexOf(5.0)).errors()).isZero();
            assertThat(quick.requests()).isGreaterThanOrEqualTo(21);
            assertThat(quick.at(timed().indexOf(0.05)).errorRate()).isLessThan(0.3);
        }
    }

    /** The bounds that its HAProxy times answers by, in seconds. */
    List<Double> timed() {
        return List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0);
    }

    /** Waits until HAProxy has exactly these. */
    final void members(List<Instance> stable, Instance... canary) throws Exception {
        rig.members(stable, List.of(canary));
        Eventually.check(
                "its members are up",
                () -> look().filter(view -> view.stableUp(LiveRealm.addresses(stable))
                                && view.loadBalancers().stream()
                                        .allMatch(
                                                balancer -> up(balancer).equals(LiveRealm.addresses(List.of(canary)))))
                        .isPresent());
    }

    private static Set<io.cerebro.traffic.Address> up(LoadBalancer balancer) {
        return balancer.canary().stream()
                .filter(server -> server.up())
                .map(server -> server.address())
                .collect(Collectors.toSet());
    }

    /** Empty before HAProxy runs, and before the reload that brings the service. */
    final Optional<RouterView> look() {
        try {
            return Optional.of(rig.router().look(ORDERS));
        } catch (RouterException | Unreachable notYet) {
            return Optional.empty();
        }
    }

    final void set(Share share) throws Exception {
        rig.router().set(ORDERS, share);
        Eventually.check(
                "the share is " + share,
                () -> look().filter(view -> view.confirms(share)).isPresent());
    }

    private void isolate(Load load) throws Exception {
        assertThat(load.plain("v2") + load.byHeader("v2")).isZero();
        set(Share.ISOLATED);
        long before = load.byHeader("v2");
        Eventually.check("the header has an effect", () -> load.byHeader("v2") > before + 20);
        long others = load.byHeaderToAnyBut("v2");
        long reached = load.byHeader("v2");
        Eventually.check("100 requests by header", () -> load.byHeader("v2") > reached + 100);
        assertThat(load.byHeaderToAnyBut("v2")).isEqualTo(others);
        assertThat(load.plain("v2")).isZero();
    }

    private void share(int percent) throws Exception {
        set(Share.percent(percent));
        int drawn = enough(percent / 100.0);
        int onCanary = 0;
        for (int port : rig.ports()) {
            try (Client client = new Client(port, true)) {
                for (int i = 0; i < drawn / rig.ports().size(); i++) {
                    onCanary += client.get("/").body().equals("v2") ? 1 : 0;
                }
            }
        }
        assertThat(onCanary * 100.0 / drawn).isCloseTo(percent, within(1.0));
    }

    /** On whichever load balancer, and however often they come. */
    private void assertUsersStay() throws Exception {
        Map<String, Set<String>> seen = new HashMap<>();
        for (int port : rig.ports()) {
            try (Client client = new Client(port, true)) {
                for (int i = 0; i < 600; i++) {
                    String user = "user" + i % 300;
                    seen.computeIfAbsent(user, name -> new HashSet<>())
                            .add(client.get("/", "Cookie: uid=" + user).body());
                }
            }
        }
        assertThat(seen.values()).allMatch(tracks -> tracks.size() == 1);
        assertThat(seen.values().stream().filter(Set.of("v2")::equals).count()).isBetween(100L, 200L);
    }

    /** So many that chance alone is off by a point in one of ten thousand runs. */
    private static int enough(double share) {
        double pointInDeviations = 3.9;
        return (int) Math.max(1_000, share * (1 - share) * pointInDeviations * pointInDeviations * 10_000);
    }

    private void reload() throws Exception {
        List<LoadBalancer> before = rig.router().look(ORDERS).loadBalancers();
        rig.reload(instance("another"));
        Eventually.check(
                "each has reloaded",
                () -> look().filter(view -> IntStream.range(0, before.size())
                                .noneMatch(i -> view.loadBalancers()
                                        .get(i)
                                        .epoch()
                                        .equals(before.get(i).epoch())))
                        .isPresent());
        assertThat(rig.router().look(ORDERS).confirms(before.get(0).share())).isTrue();
    }

    /** How long requests came in after the call: from then until the count of the canary stood still for 300 requests. */
    private Duration turnOff(Load load, Instance canary) throws Exception {
        long called = System.nanoTime();
        set(Share.OFF);
        Eventually.check(
                "no request under way",
                () -> look().filter(view -> view.canarySessions() == 0).isPresent());
        long sent = load.sent();
        Eventually.check("300 requests more", () -> load.sent() > sent + 300);
        return Duration.ofNanos(Math.max(0, canary.lastRequest() - called));
    }

    private void delete(List<Instance> stable, Instance canary) throws Exception {
        long requests = canary.requests();
        members(stable);
        canary.close();
        assertThat(canary.requests()).isEqualTo(requests);
        assertThat(rig.router().look(ORDERS).loadBalancers())
                .allMatch(balancer -> balancer.canary().isEmpty());
    }
}
