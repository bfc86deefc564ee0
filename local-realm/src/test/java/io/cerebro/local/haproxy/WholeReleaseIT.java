package io.cerebro.local.haproxy;

import static io.cerebro.local.haproxy.LiveRealm.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cerebro.traffic.LoadBalancer;
import io.cerebro.traffic.Share;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release as HAProxy sees it, from the first instance to the last, under traffic that must not notice. */
class WholeReleaseIT {
    private static final int PORT = 34_100;

    @TempDir
    Path directory;

    private LiveRealm realm;

    @BeforeEach
    void start() {
        realm = LiveRealm.start(directory, PORT);
    }

    @AfterEach
    void stop() {
        realm.close();
    }

    @Test
    void losesNoRequestFromTheFirstInstanceToTheLast() throws Exception {
        List<Instance> old = List.of(realm.instance("v1"), realm.instance("v1"));
        realm.stable(old.get(0), old.get(1));
        realm.untilStableUp(old.get(0), old.get(1));
        try (Load load = Load.on(PORT)) {
            Instance canary = realm.instance("v2");
            realm.stableAndCanary(old, canary);
            realm.untilCanaryUp(canary);
            isolate(load);
            tenPercent(load);
            reloadInTheMiddle(old, canary);
            List<Instance> fresh = replaceTheStableOnes(old, canary);
            turnOff(load, fresh, canary);
            assertThat(load.failures()).isEmpty();
            assertThat(load.perSecond()).isGreaterThan(200);
        }
    }

    private void isolate(Load load) throws Exception {
        assertThat(load.plain("v2") + load.byHeader("v2")).isZero();
        set(Share.ISOLATED);
        long before = load.byHeader("v2");
        Eventually.check("the header has an effect", () -> load.byHeader("v2") > before);
        long others = load.byHeaderToAnyBut("v2");
        long reached = load.byHeader("v2");
        Eventually.check("100 requests by header", () -> load.byHeader("v2") > reached + 100);
        assertThat(load.byHeaderToAnyBut("v2")).isEqualTo(others);
        assertThat(load.plain("v2")).isZero();
    }

    private void tenPercent(Load load) throws Exception {
        set(Share.percent(10));
        LoadBalancer before = realm.look();
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
        LoadBalancer after = realm.look();
        assertThat(after.canaryAnswers()
                        .counts()
                        .minus(before.canaryAnswers().counts())
                        .requests())
                .isGreaterThan(onCanary);
        assertThat(after.canaryAnswers().counts().errors()).isZero();
        assertThat(after.stableAnswers().counts().errors()).isZero();
    }

    private void assertUsersStay() throws Exception {
        Map<String, Set<String>> seen = new HashMap<>();
        try (Client client = new Client(PORT, true)) {
            for (int i = 0; i < 3_000; i++) {
                String user = "user" + i % 600;
                seen.computeIfAbsent(user, name -> new HashSet<>())
                        .add(client.get("/", "Cookie: uid=" + user).body());
            }
        }
        assertThat(seen.values()).allMatch(tracks -> tracks.size() == 1);
        assertThat(seen.values().stream().filter(Set.of("v2")::equals).count()).isBetween(30L, 90L);
    }

    /** A second service needs a new port, and so a reload. */
    private void reloadInTheMiddle(List<Instance> stable, Instance canary) throws Exception {
        String epoch = realm.look().epoch();
        Service cart = LiveRealm.service("/cart", PORT + 1, List.of(realm.instance("cart")));
        realm.rotation().apply(List.of(LiveRealm.orders(PORT, stable), LiveRealm.canary(canary), cart));
        Eventually.check("the new service is served", () -> LiveRealm.serves(PORT + 1, "cart"));
        assertThat(realm.look().epoch()).isNotEqualTo(epoch);
        assertThat(realm.look().share()).isEqualTo(Share.percent(10));
        assertThat(realm.router().look(ORDERS).canaryUp(Set.of(canary.address())))
                .isTrue();
    }

    private List<Instance> replaceTheStableOnes(List<Instance> old, Instance canary) throws Exception {
        List<Instance> fresh = List.of(realm.instance("v2 stable"), realm.instance("v2 stable"));
        realm.stableAndCanary(List.of(old.get(0), old.get(1), fresh.get(0), fresh.get(1)), canary);
        for (Instance leaving : old) {
            realm.rotation().leave(ORDERS, leaving.address());
            leaving.close();
        }
        realm.stableAndCanary(fresh, canary);
        realm.untilStableUp(fresh.get(0), fresh.get(1));
        return fresh;
    }

    private void turnOff(Load load, List<Instance> stable, Instance canary) throws Exception {
        set(Share.OFF);
        Eventually.check(
                "no request under way", () -> realm.router().look(ORDERS).canarySessions() == 0);
        long late = canary.requests();
        long sent = load.sent();
        Eventually.check("300 requests more", () -> load.sent() > sent + 300);
        assertThat(canary.requests()).isEqualTo(late);
        realm.rotation().leave(ORDERS.canary(), canary.address());
        canary.close();
        realm.stableAndCanary(stable);
        Eventually.check("the canary is out", () -> realm.look().canary().isEmpty());
        assertThat(directory.resolve("maps/share.map")).isEmptyFile();
        assertThat(directory.resolve("maps/header.map")).isEmptyFile();
    }

    private void set(Share share) {
        realm.router().set(ORDERS, share);
        assertThat(realm.look().share()).isEqualTo(share);
    }
}
