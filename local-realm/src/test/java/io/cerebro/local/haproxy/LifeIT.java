package io.cerebro.local.haproxy;

import static io.cerebro.local.haproxy.LiveRealm.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.http.Unreachable;
import io.cerebro.traffic.Share;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HAProxy's processes: started, taken over, killed, refused, stopped. */
class LifeIT {
    private static final int PORT = 34_120;

    @TempDir
    Path directory;

    @Test
    void takesOverTheHaproxyThatAnEarlierProcessLeftWithoutLosingARequest() throws Exception {
        try (LiveRealm realm = LiveRealm.start(directory, PORT)) {
            Instance first = realm.instance("first");
            realm.stable(first);
            realm.untilStableUp(first);
            realm.router().set(ORDERS, Share.percent(10));
            long master = processes(realm).master();
            try (Load load = Load.on(PORT)) {
                realm.takeOver();
                Instance second = realm.instance("second");
                realm.stable(first, second);
                realm.untilStableUp(first, second);
                assertThat(load.failures()).isEmpty();
            }
            assertThat(processes(realm).master()).isEqualTo(master);
            assertThat(realm.look().share()).isEqualTo(Share.percent(10));
        }
    }

    @Test
    void startsAKilledHaproxyAgainWithItsShareAndInstances() throws Exception {
        try (LiveRealm realm = LiveRealm.start(directory, PORT)) {
            Instance first = realm.instance("first");
            Instance canary = realm.instance("v2");
            realm.stableAndCanary(List.of(first), canary);
            realm.untilStableUp(first);
            realm.untilCanaryUp(canary);
            realm.router().set(ORDERS, Share.percent(100));
            long worker = processes(realm).worker();
            ProcessHandle.of(worker).orElseThrow().destroyForcibly();
            Eventually.check("another worker runs", () -> workerIsNot(worker, realm));
            Eventually.check("the canary serves again", () -> LiveRealm.serves(PORT, "v2"));
            assertThat(realm.look().share()).isEqualTo(Share.percent(100));
        }
    }

    private static boolean workerIsNot(long worker, LiveRealm realm) {
        try {
            return processes(realm).worker() != worker;
        } catch (Unreachable e) {
            return false; // between the two
        }
    }

    @Test
    void leavesNoProcessAndNoSocketWhenStopped() throws Exception {
        Processes processes;
        try (LiveRealm realm = LiveRealm.start(directory, PORT)) {
            processes = processes(realm);
            realm.rotation().close();
            assertThat(ProcessHandle.of(processes.worker())).isPresent();
        }
        assertThat(ProcessHandle.of(processes.worker()).filter(ProcessHandle::isAlive))
                .isEmpty();
        assertThat(ProcessHandle.of(processes.master()).filter(LifeIT::runs)).isEmpty();
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("haproxy.cfg", "haproxy.log", "maps");
        }
        HaproxyRotation.stop(HaproxySettings.of("qa", Instance.HOST, directory));
    }

    private static boolean runs(ProcessHandle handle) {
        return handle.isAlive() && handle.info().commandLine().isPresent();
    }

    @Test
    void servesTheOthersWhileAPortIsTakenAndThatOneTooWhenItIsFree() throws Exception {
        try (LiveRealm realm = LiveRealm.start(directory, PORT)) {
            Instance first = realm.instance("first");
            Instance cart = realm.instance("cart");
            ServerSocket squatter = new ServerSocket(PORT + 1, 1, InetAddress.getByName(Instance.HOST));
            try (squatter) {
                realm.rotation()
                        .apply(List.of(
                                LiveRealm.orders(PORT, List.of(first)),
                                LiveRealm.service("/cart", PORT + 1, List.of(cart))));
                Eventually.check("the other one is served", () -> LiveRealm.serves(PORT, "first"));
                assertThat(realm.rotation().problems())
                        .containsExactly("tried to open port 34121 on 127.0.0.31 for /cart but Address already in use:"
                                + " stop what has that port, or give /cart another service port");
            }
            Eventually.check("it is served too", () -> LiveRealm.serves(PORT + 1, "cart"));
            Eventually.check("all is well", () -> realm.rotation().problems().isEmpty());
        }
    }

    @Test
    void theServiceThatHasAPortKeepsIt() throws Exception {
        try (LiveRealm realm = LiveRealm.start(directory, PORT)) {
            Instance first = realm.instance("first");
            realm.stable(first);
            realm.untilStableUp(first);
            Instance other = realm.instance("other");
            realm.rotation()
                    .apply(List.of(
                            LiveRealm.service("/a", PORT, List.of(other)), LiveRealm.orders(PORT, List.of(first))));
            Eventually.check("it is said", () -> !realm.rotation().problems().isEmpty());
            assertThat(realm.rotation().problems())
                    .containsExactly("port 34120 belongs to /orders, so /a is not served there:"
                            + " give it another service port");
            assertThat(LiveRealm.serves(PORT, "first")).isTrue();
        }
    }

    @Test
    void servesOnAsBeforeWhenHaproxyRefusesAConfiguration() throws Exception {
        Path refuse = directory.resolve("refuse");
        HaproxySettings settings = picky(refuse);
        try (LiveRealm realm = LiveRealm.start(settings, PORT)) {
            Instance first = realm.instance("first");
            realm.stable(first);
            realm.untilStableUp(first);
            Files.createFile(refuse);
            realm.rotation()
                    .apply(List.of(
                            LiveRealm.orders(PORT, List.of(first)),
                            LiveRealm.service("/cart", PORT + 1, List.of(first))));
            Eventually.check("it is said", () -> !realm.rotation().problems().isEmpty());
            assertThat(realm.rotation().problems())
                    .containsExactly("tried to reload HAProxy with " + settings.directory()
                            + "/haproxy.cfg.new but it would not take it, and serves on as before:"
                            + " it ended with status 1: [ALERT] I do not like it");
            Instance second = realm.instance("second");
            realm.rotation()
                    .apply(List.of(
                            LiveRealm.orders(PORT, List.of(first, second)),
                            LiveRealm.service("/cart", PORT + 1, List.of(first))));
            realm.untilStableUp(first, second);
            assertThat(realm.rotation().problems()).hasSize(1);
            Files.delete(refuse);
            Eventually.check("it tries again", () -> LiveRealm.serves(PORT + 1, "first"));
        }
    }

    /** HAProxy, but while the file exists it takes no configuration. */
    private HaproxySettings picky(Path refuse) throws IOException {
        Path binary = Files.writeString(
                directory.resolve("picky"),
                "#!/bin/sh\nif [ \"$1\" = -c ] && [ -e " + refuse
                        + " ]; then echo '[ALERT] I do not like it'; exit 1; fi\nexec haproxy \"$@\"\n");
        Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rwx------"));
        return new HaproxySettings(
                "qa",
                Instance.HOST,
                directory.resolve("state"),
                binary.toString(),
                "uid",
                "X-Canary",
                "canary",
                Optional.of(PORT + 9));
    }

    @Test
    void saysWhatToInstallWhereThereIsNoHaproxy() {
        HaproxySettings settings = new HaproxySettings(
                "qa", Instance.HOST, directory, "no-such-haproxy", "uid", "X-Canary", "canary", Optional.empty());
        assertThatThrownBy(() -> HaproxyRotation.start(settings))
                .isInstanceOf(HaproxyException.class)
                .hasMessageContaining("tried to run 'no-such-haproxy' but ")
                .hasMessageEndingWith(
                        "install HAProxy 2.6 or later (Debian: apt-get install haproxy)," + " or name its program");
    }

    private static Processes processes(LiveRealm realm) {
        return new Haproxy(realm.settings()).processes();
    }
}
