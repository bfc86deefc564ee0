package io.cerebro.local.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Address;
import io.cerebro.traffic.Router;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Share;
import io.cerebro.traffic.haproxy.HaproxyRouter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release as HAProxy sees it, from the first instance to the last, under traffic that must not notice. */
class WholeReleaseIT {
    private static final AppId ORDERS = AppId.of("/orders");
    private static final int PORT = 34_100;

    @TempDir
    Path directory;

    private final List<Instance> instances = new ArrayList<>();
    private HaproxyRotation rotation;
    private Router router;

    @BeforeEach
    void start() {
        rotation = HaproxyRotation.start(HaproxySettings.of("qa", Instance.HOST, directory));
        router = new HaproxyRouter(rotation.loadBalancers());
    }

    @AfterEach
    void stop() {
        rotation.stop();
        instances.forEach(Instance::close);
    }

    @Test
    void losesNoRequestFromTheFirstInstanceToTheLast() throws Exception {
        Instance old1 = instance("v1");
        Instance old2 = instance("v1");
        rotate(List.of(old1, old2), List.of());
        stableUp(old1, old2);
        try (Load load = Load.on(PORT)) {
            Instance canary = bringInTheCanary(old1, old2);
            isolate(load);
            tenPercent(load);
            reloadInTheMiddle(old1, old2, canary);
            List<Instance> fresh = replaceTheStableOnes(old1, old2, canary);
            turnOff(load, fresh, canary);
            assertThat(load.failures()).isEmpty();
            assertThat(load.perSecond()).isGreaterThan(200);
        }
    }

    private Instance bringInTheCanary(Instance... stable) throws Exception {
        Instance canary = instance("v2");
        rotate(List.of(stable), List.of(canary));
        Eventually.check("the canary is up", () -> router.look(ORDERS).canaryUp(Set.of(canary.address())));
        return canary;
    }

    private void isolate(Load load) throws Exception {
        assertThat(load.plain("v2") + load.byHeader("v2")).isZero();
        router.set(ORDERS, Share.ISOLATED);
        assertThat(router.look(ORDERS).confirms(Share.ISOLATED)).isTrue();
        long before = load.byHeader("v2");
        Eventually.check("the header has an effect", () -> load.byHeader("v2") > before);
        long others = load.byHeaderToAnyBut("v2");
        long reached = load.byHeader("v2");
        Eventually.check("100 requests by header", () -> load.byHeader("v2") > reached + 100);
        assertThat(load.byHeaderToAnyBut("v2")).isEqualTo(others);
        assertThat(load.plain("v2")).isZero();
    }

    private void tenPercent(Load load) throws Exception {
        router.set(ORDERS, Share.percent(10));
        RouterView before = router.look(ORDERS);
        assertThat(before.confirms(Share.percent(10))).isTrue();
        int onCanary = 0;
        int all = 20_000;
        try (Client client = new Client(PORT, true)) {
            for (int i = 0; i < all; i++) {
                onCanary += client.get("/").body().equals("v2") ? 1 : 0;
            }
        }
        assertThat(onCanary * 100.0 / all).isCloseTo(10, within(1.0));
        assertThat(load.plain("v2")).isPositive();
        assertUsersStay();
        RouterView after = router.look(ORDERS);
        assertThat(after.loadBalancers().get(0).canaryCounts().requests()
                        - before.loadBalancers().get(0).canaryCounts().requests())
                .isGreaterThan(onCanary);
        assertThat(after.loadBalancers().get(0).canaryCounts().errors()).isZero();
    }

    private void assertUsersStay() throws Exception {
        Map<String, Set<String>> seen = new HashMap<>();
        try (Client client = new Client(PORT, true)) {
            for (int i = 0; i < 3_000; i++) {
                String user = "user" + i % 600;
                seen.computeIfAbsent(user, name -> new java.util.HashSet<>())
                        .add(client.get("/", "Cookie: uid=" + user).body());
            }
        }
        assertThat(seen.values()).allMatch(tracks -> tracks.size() == 1);
        assertThat(seen.values().stream().filter(Set.of("v2")::equals).count()).isBetween(30L, 90L);
    }

    /** A second service needs a new port, and so a reload. */
    private void reloadInTheMiddle(Instance old1, Instance old2, Instance canary) throws Exception {
        String epoch = router.look(ORDERS).loadBalancers().get(0).epoch();
        Instance cart = instance("cart");
        Service other = new Service(
                AppId.of("/cart"), Optional.empty(), List.of(PORT + 1), Optional.empty(), Set.of(cart.address()));
        List<Service> services = new ArrayList<>(services(List.of(old1, old2), List.of(canary)));
        services.add(other);
        rotation.apply(services);
        try (Client client = new Client(PORT + 1, false)) {
            Eventually.check("the new service is served", () -> served(client, "cart"));
        }
        assertThat(router.look(ORDERS).loadBalancers().get(0).epoch()).isNotEqualTo(epoch);
        assertThat(router.look(ORDERS).confirms(Share.percent(10))).isTrue();
        assertThat(router.look(ORDERS).canaryUp(Set.of(canary.address()))).isTrue();
    }

    private static boolean served(Client client, String name) {
        try {
            return client.get("/").body().equals(name);
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private List<Instance> replaceTheStableOnes(Instance old1, Instance old2, Instance canary) throws Exception {
        Instance new1 = instance("v2-stable");
        Instance new2 = instance("v2-stable");
        rotate(List.of(old1, old2, new1, new2), List.of(canary));
        rotation.leave(ORDERS, old1.address());
        old1.close();
        rotation.leave(ORDERS, old2.address());
        old2.close();
        rotate(List.of(new1, new2), List.of(canary));
        stableUp(new1, new2);
        return List.of(new1, new2);
    }

    private void turnOff(Load load, List<Instance> stable, Instance canary) throws Exception {
        router.set(ORDERS, Share.OFF);
        assertThat(router.look(ORDERS).confirms(Share.OFF)).isTrue();
        Eventually.check("no request under way", () -> router.look(ORDERS).canarySessions() == 0);
        long late = canary.requests();
        long sent = load.sent();
        Eventually.check("300 requests more", () -> load.sent() > sent + 300);
        assertThat(canary.requests()).isEqualTo(late);
        rotation.leave(ORDERS.canary(), canary.address());
        canary.close();
        rotate(stable, List.of());
        Eventually.check(
                "the canary is out",
                () -> router.look(ORDERS).loadBalancers().get(0).canary().isEmpty());
        assertThat(directory.resolve("maps/share.map")).isEmptyFile();
        assertThat(directory.resolve("maps/header.map")).isEmptyFile();
    }

    private Instance instance(String name) throws Exception {
        Instance instance = Instance.named(name);
        instances.add(instance);
        return instance;
    }

    private void rotate(List<Instance> stable, List<Instance> canary) {
        rotation.apply(services(stable, canary));
    }

    private static List<Service> services(List<Instance> stable, List<Instance> canary) {
        return List.of(
                new Service(ORDERS, Optional.empty(), List.of(PORT), Optional.of("/health"), addresses(stable)),
                new Service(
                        ORDERS.canary(), Optional.of(ORDERS), List.of(), Optional.of("/health"), addresses(canary)));
    }

    private static Set<Address> addresses(List<Instance> instances) {
        return instances.stream().map(Instance::address).collect(Collectors.toSet());
    }

    private void stableUp(Instance... expected) throws Exception {
        Set<Address> addresses = addresses(Arrays.asList(expected));
        Eventually.check("exactly " + addresses + " are up", () -> {
            try {
                return router.look(ORDERS).stableUp(addresses);
            } catch (io.cerebro.traffic.RouterException e) {
                return false; // before the first reload
            }
        });
    }
}
