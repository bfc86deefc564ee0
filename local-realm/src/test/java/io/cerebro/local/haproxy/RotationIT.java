package io.cerebro.local.haproxy;

import static io.cerebro.local.haproxy.LiveRealm.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.traffic.Share;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets traffic, and from when to when. */
class RotationIT {
    private static final int PORT = 34_110;

    @TempDir
    Path directory;

    private LiveRealm realm;
    private Instance first;

    @BeforeEach
    void start() throws Exception {
        realm = LiveRealm.start(directory, PORT);
        first = realm.instance("first");
        realm.stable(first);
        realm.untilStableUp(first);
    }

    @AfterEach
    void stop() {
        realm.close();
    }

    @Test
    void givesNoRequestToAnInstanceBeforeItsCheckPasses() throws Exception {
        Instance sick = realm.instance("sick").sick();
        try (Load load = Load.on(PORT)) {
            realm.stable(first, sick);
            Eventually.check(
                    "it is checked",
                    () -> realm.look().stable().stream()
                            .anyMatch(server -> server.address().equals(sick.address()) && !server.up()));
            long sent = load.sent();
            Eventually.check("300 requests more", () -> load.sent() > sent + 300);
            assertThat(sick.requests()).isZero();
            sick.recover();
            Eventually.check("it is served", () -> sick.requests() > 0);
            assertThat(load.failures()).isEmpty();
        }
    }

    @Test
    void givesNoRequestToASickInstanceInASlotWhereAHealthyOneWas() throws Exception {
        Instance healthy = realm.instance("healthy");
        realm.stable(first, healthy);
        realm.untilStableUp(first, healthy);
        try (Load load = Load.on(PORT)) {
            realm.rotation().leave(ORDERS, healthy.address());
            Instance sick = realm.instance("sick").sick();
            realm.stable(first, sick);
            Eventually.check(
                    "it has the slot",
                    () -> realm.look().stable().stream()
                            .anyMatch(server -> server.address().equals(sick.address())
                                    && server.name().equals("s2")));
            long sent = load.sent();
            Eventually.check("500 requests more", () -> load.sent() > sent + 500);
            assertThat(sick.requests()).isZero();
            assertThat(load.failures()).isEmpty();
        }
    }

    @Test
    void aCanaryThatIsKilledInRotationCostsNoGetRequest() throws Exception {
        Instance canary = realm.instance("v2");
        realm.stableAndCanary(List.of(first), canary);
        realm.untilCanaryUp(canary);
        realm.router().set(ORDERS, Share.percent(50));
        try (Load load = Load.on(PORT, "GET")) {
            Eventually.check("the canary serves", () -> load.plain("v2") > 100);
            canary.close();
            Eventually.check("it is down", () -> realm.look().canary().stream().noneMatch(server -> server.up()));
            long sent = load.sent();
            Eventually.check("300 requests more", () -> load.sent() > sent + 300);
            assertThat(load.failuresButBrokenOff()).isEmpty();
        }
    }

    @Test
    void leavesOnlyWhenASuccessorIsUpAndTheLastRequestIsAnswered() throws Exception {
        Instance second = realm.instance("second").sick();
        realm.stable(first, second);
        Eventually.check("the successor has a slot", () -> realm.look().stable().size() == 2);
        try (Load load = Load.on(PORT)) {
            CompletableFuture<Void> left = leave(first);
            assertThat(left).isNotDone();
            CompletableFuture<Client.Answer> slow = slowRequest();
            Eventually.check(
                    "the slow request is under way",
                    () -> realm.look().stable().stream()
                            .anyMatch(server ->
                                    server.sessions() > 0 && server.name().equals("s1")));
            second.recover();
            left.get(10, TimeUnit.SECONDS);
            first.close();
            assertThat(slow.get(5, TimeUnit.SECONDS)).isEqualTo(new Client.Answer(200, "first"));
            assertThat(load.failures()).isEmpty();
        }
    }

    @Test
    void aRequestThatAnOldWorkerIsServingSinceBeforeAReloadIsFinishedToo() throws Exception {
        Instance second = realm.instance("second");
        realm.stable(first, second);
        realm.untilStableUp(first, second);
        CompletableFuture<Client.Answer> slow = slowRequest();
        Eventually.check(
                "the slow request is under way",
                () -> realm.look().stable().stream().anyMatch(server -> server.sessions() > 0));
        Instance busy = realm.look().stable().get(0).sessions() > 0 ? first : second;
        List<Instance> both = List.of(first, second);
        realm.rotation()
                .apply(List.of(LiveRealm.orders(PORT, both), LiveRealm.service("/more", PORT + 1, List.of(second))));
        Eventually.check("it has reloaded", () -> LiveRealm.serves(PORT + 1, "second"));
        assertThat(slow).isNotDone();

        realm.rotation().leave(ORDERS, busy.address());
        busy.close();

        assertThat(slow.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    @Test
    void aRequestToAnInstanceThatASnapshotHasDroppedIsFinishedBeforeItLeaves() throws Exception {
        Instance second = realm.instance("second");
        realm.stable(first, second);
        realm.untilStableUp(first, second);
        CompletableFuture<Client.Answer> slow = slowRequest();
        Eventually.check(
                "the slow request is under way",
                () -> realm.look().stable().stream().anyMatch(server -> server.sessions() > 0));
        Instance busy = realm.look().stable().get(0).sessions() > 0 ? first : second;
        Instance other = busy == first ? second : first;
        realm.stable(other);
        realm.untilStableUp(other);

        realm.rotation().leave(ORDERS, busy.address());
        busy.close();

        assertThat(slow.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    private CompletableFuture<Void> leave(Instance instance) {
        return CompletableFuture.runAsync(() -> {
            try {
                realm.rotation().leave(ORDERS, instance.address());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private CompletableFuture<Client.Answer> slowRequest() {
        return CompletableFuture.supplyAsync(() -> {
            try (Client client = realm.client()) {
                return client.get("/slow");
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    @Test
    void anInstanceLeavesWithoutALossRightAfterATakeover() throws Exception {
        Instance second = realm.instance("second");
        realm.stable(first, second);
        realm.untilStableUp(first, second);
        try (Load load = Load.on(PORT)) {
            realm.takeOver();
            realm.stable(first, second);
            realm.rotation().leave(ORDERS, first.address());
            first.close();
            long sent = load.sent();
            Eventually.check("300 requests more", () -> load.sent() > sent + 300);
            assertThat(load.failures()).isEmpty();
        }
    }

    @Test
    void theLastInstanceServesUntilItsSuccessorIsUpThoughTheSnapshotIsWithoutIt() throws Exception {
        Instance second = realm.instance("second");
        try (Load load = Load.on(PORT)) {
            realm.stable(second);
            realm.untilStableUp(second);
            first.close();
            Eventually.check("the new one serves", () -> load.plain("second") > 100);
            assertThat(load.failures()).isEmpty();
        }
    }

    @Test
    void anInstanceThatLeftStaysOutWhileSnapshotsStillNameIt() throws Exception {
        Instance second = realm.instance("second");
        realm.stable(first, second);
        realm.untilStableUp(first, second);
        realm.rotation().leave(ORDERS, first.address());
        Instance third = realm.instance("third");
        realm.stable(first, second, third);
        realm.untilStableUp(second, third);
    }

    @Test
    void moreInstancesThanSlotsMakeRoomByAReloadThatLosesNoRequest() throws Exception {
        List<Instance> many = new ArrayList<>(List.of(first));
        for (int i = 0; i < 11; i++) {
            many.add(realm.instance("more"));
        }
        try (Load load = Load.on(PORT)) {
            realm.stable(many.toArray(new Instance[0]));
            realm.untilStableUp(many.toArray(new Instance[0]));
            assertThat(load.failures()).isEmpty();
        }
    }
}
