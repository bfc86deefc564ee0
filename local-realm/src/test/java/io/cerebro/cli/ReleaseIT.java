package io.cerebro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Good and broken releases, end to end, with a real Docker Engine, registry and HAProxy. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Shop.ADDRESS)
class ReleaseIT {
    @TempDir
    private static Path directory;

    private static Shop shop;

    @BeforeAll
    static void firstVersionIsLive() throws Exception {
        shop = Shop.open(directory);
        assertThat(shop.release(0, "good").out()).endsWith("done: /shop is live, 2 instances serve it");
        assertThat(shop.ask()).isEqualTo("good");
    }

    @AfterAll
    static void nothingIsLeftBehind() throws Exception {
        if (shop == null) {
            return;
        }
        shop.close();
        assertThat(shop.file("h/shop")).doesNotExist();
        assertThat(run("docker", "ps", "-aq", "--filter", "label=cerebro.realm=shop"))
                .isEmpty();
        assertThat(run("pgrep", "-f", directory.toString())).isEmpty();
    }

    @Test
    @Order(1)
    void rollsBackACanaryThatAnswersWithErrors() throws Exception {
        try (Customers customers = new Customers(shop)) {
            Shop.Said said = shop.release(1, "failing");

            assertThat(said.shape())
                    .anyMatch(line -> line.matches("rolled back: canary partial failed its gate: # of # canary requests"
                            + " failed \\(# %\\), stable # %; evidence of more than # times the stable app's: #, enough is"
                            + " #( \\(errors come about # at a time\\))?"));
            customers.close();
            assertThat(customers.answers()).containsOnlyKeys("good", "failing 500");
            assertThat(customers.answers().get("failing 500")).isBetween(5, 60);
            assertThat(said.err())
                    .containsExactly("tried to tell syslog at 127.0.0.61:9 but nothing accepts connections there; is it"
                            + " running?; the release goes on");
            assertThat(Files.readAllLines(shop.file("audit.jsonl")))
                    .last()
                    .asString()
                    .contains("\"goal\":\"release\",\"by\":\"ann\",\"image\":\"")
                    .contains("\"result\":\"rolled back\",\"because\":\"canary partial failed its gate: ");
        }
        assertOnly("good");
    }

    @Test
    @Order(2)
    void refusesACanaryThatCrashesAndShowsItsLastWords() throws Exception {
        try (Customers customers = new Customers(shop)) {
            Shop.Said said = shop.release(1, "crashing");

            assertThat(said.out())
                    .endsWith(
                            "rolled back: its tasks keep failing, last TASK_FAILED (Container exited with status 7)",
                            "  | reading the configuration",
                            "  | FATAL: no configuration for shop");
            customers.close();
            assertThat(customers.answers()).containsOnlyKeys("good");
        }
        assertOnly("good");
    }

    @Test
    @Order(3)
    void refusesACanaryThatNeverBecomesHealthy() throws Exception {
        Shop.Said said = shop.release(1, "sick");

        assertThat(said.out())
                .endsWith(
                        "rolled back: its tasks keep failing, last TASK_KILLED (Task was killed since health check"
                                + " failed. Reason: 404 Not Found)",
                        "  | FATAL: cannot reach shop-db");
        assertOnly("good");
    }

    @Test
    @Order(4)
    void letsOneOfTwoReleasesGoOnAndTellsTheOtherWhoHoldsTheService() throws Exception {
        String image = shop.image("better");
        Files.writeString(
                shop.file("other.yaml"), Files.readString(shop.file("marathon.yaml")) + "labels: {OTHER: 'yes'}\n");
        Process ann = isolated("ann", "marathon.yaml", image);
        Process bob = isolated("bob", "other.yaml", image);

        assertThat(ann.waitFor(90, TimeUnit.SECONDS) && bob.waitFor(90, TimeUnit.SECONDS))
                .isTrue();

        assertThat(List.of(ann.exitValue(), bob.exitValue()))
                .containsExactlyInAnyOrder(ExitCode.DONE, ExitCode.COULD_NOT);
        String winner = ann.exitValue() == ExitCode.DONE ? "ann" : "bob";
        String loser = winner.equals("ann") ? "bob" : "ann";
        assertThat(Files.readAllLines(shop.file(loser + ".out")))
                .last()
                .asString()
                .matches("failed: /shop-canary is there, released by " + winner
                        + " at \\S+Z; promote it or roll it back" + " first(; what ran before was left as it is)?");
        shop.expect(0, "rollback", "shop", "/shop", "--by", winner);
        assertOnly("good");
    }

    private static Process isolated(String by, String definition, String image) throws Exception {
        return shop.start(
                shop.file(by + ".out"),
                shop.file(by + ".err"),
                "canary",
                "shop",
                definition,
                "--image",
                image,
                "--stage",
                "isolated",
                "--by",
                by);
    }

    @Test
    @Order(5)
    void turnsBackWhenItIsInterrupted() throws Exception {
        Process release = partial(shop.image("better"));

        // not SIGINT: it is ignored by whatever a shell has started in the background
        run("kill", "-TERM", Long.toString(release.pid()));

        assertThat(release.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(release.exitValue()).isEqualTo(ExitCode.ROLLED_BACK);
        assertThat(Files.readAllLines(shop.file("out"))).endsWith("rolled back: stopped by ann");
        assertOnly("good");
    }

    @Test
    @Order(6)
    void continuesAfterItWasKilled() throws Exception {
        try (Customers customers = new Customers(shop)) {
            String image = shop.image("better");
            Process release = partial(image);
            release.destroyForcibly().waitFor();

            assertThat(shop.expect(0, "release", "shop", "marathon.yaml", "--image", image, "--by", "ann")
                            .out())
                    .endsWith("done: /shop is live, 2 instances serve it");

            customers.close();
            assertThat(customers.answers()).containsOnlyKeys("good", "better");
        }
        assertOnly("better");
    }

    @Test
    @Order(7)
    void triesAVersionIsolatedAndTakesItAwayAgain() throws Exception {
        String image = shop.image("good");
        assertThat(shop.expect(
                                0,
                                "release",
                                "shop",
                                "marathon.yaml",
                                "--image",
                                image,
                                "--until",
                                "isolated",
                                "--by",
                                "ann")
                        .shape())
                .last()
                .asString()
                .startsWith(
                        "done: tried as canary isolated and taken away again: canary answered # requests, # % errors; stable ");
        assertOnly("better");
    }

    @Test
    @Order(8)
    void rollsBackToWhatRanBefore() throws Exception {
        assertThat(shop.expect(0, "rollback", "shop", "/shop", "--by", "ann").out())
                .endsWith("done: rolled back, as asked by ann");
        assertOnly("good");
    }

    @Test
    @Order(9)
    void goesStageByStage() throws Exception {
        String image = shop.image("better");
        shop.expect(0, "canary", "shop", "marathon.yaml", "--image", image, "--stage", "isolated", "--by", "ann");
        assertThat(shop.expect(0, "status", "shop", "/shop").shape())
                .anyMatch(line -> line.startsWith("  canary: # of # instances healthy"))
                .contains("  haproxy: by header only");
        assertThat(shop.expect(ExitCode.COULD_NOT, "scale", "shop", "/shop", "+2", "--by", "ben")
                        .out())
                .last()
                .asString()
                .matches(
                        "failed: /shop-canary is there, released by ann at \\S+; promote it or roll it back first, or ask"
                                + " for it during the release");

        shop.expect(0, "promote", "shop", "/shop", "--by", "ann");

        assertOnly("better");
    }

    @Test
    @Order(10)
    void scalesUpAndDownUnderTrafficAsFarAsThereIsRoom() throws Exception {
        assertThat(shop.expect(ExitCode.COULD_NOT, "scale", "shop", "/shop", "3000", "--by", "ann")
                        .shape())
                .last()
                .isEqualTo(
                        "failed: there is not room for # more instances of /shop (now for #: each needs # cpus and # MB;"
                                + " # cpus and # MB are free on # of # agents; all frameworks together use # of # cpus and"
                                + " # of # MB; marathon has # cpus and # MB)");
        try (Customers customers = new Customers(shop)) {
            assertThat(scaled("3")).isEqualTo("done: /shop has gone from 2 to 3 instances, 3 serve it");
            assertThat(scaled("x2")).isEqualTo("done: /shop has gone from 3 to 6 instances, 6 serve it");
            assertThat(scaled("-4")).isEqualTo("done: /shop has gone from 6 to 2 instances, 2 serve it");

            customers.close();
            assertThat(customers.answers()).containsOnlyKeys("better");
        }
        assertOnly("better");
    }

    @Test
    @Order(11)
    void keepsServingWhenTheRealmsOwnProcessIsKilledAndTakesItsTasksOver() throws Exception {
        String before = ask();
        List<String> containers = run("docker", "ps", "-q", "--filter", "label=cerebro.realm=shop");
        String pid = Files.readString(shop.file("h/shop/realm.pid"));
        run("kill", "-9", pid);

        assertThat(ask()).isEqualTo(before);
        shop.expect(0, "realm", "start", "shop");

        assertThat(run("docker", "ps", "-q", "--filter", "label=cerebro.realm=shop"))
                .isEqualTo(containers);
        assertOnly(before);
    }

    @Test
    @Order(12)
    void isReleasedByACerebroThatTheRealmItselfRuns() throws Exception {
        String image = shop.image("good");
        try (ContainedCerebro cerebro = new ContainedCerebro(shop);
                Customers customers = new Customers(shop)) {
            assertThat(run("docker", "image", "inspect", "--format={{.Config.User}}", cerebro.image()))
                    .containsExactly("1000:1000");

            cerebro.release(image);

            assertThat(cerebro.said()).endsWith("done: /shop is live, 2 instances serve it", "ended with 0");
            customers.close();
            assertThat(customers.answers()).containsOnlyKeys("better", "good");
        }
        assertOnly("good");
        assertThat(Files.readAllLines(shop.file("audit.jsonl")))
                .last()
                .asString()
                .contains("\"service\":\"/shop\",\"goal\":\"release\",\"by\":\"/ops/cerebro\"")
                .contains("\"result\":\"done\"");
    }

    private static String scaled(String instances) throws Exception {
        List<String> said = shop.expect(0, "scale", "shop", "/shop", instances, "--by", "ann")
                .out();
        return said.get(said.size() - 1);
    }

    private static Process partial(String image) throws Exception {
        Process release = shop.start(
                shop.file("out"),
                shop.file("err"),
                "release",
                "shop",
                "marathon.yaml",
                "--image",
                image,
                "--by",
                "ann");
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!Files.readString(shop.file("out")).contains("partial ")) {
            assertThat(Instant.now()).as(() -> "no canary partial yet").isBefore(deadline);
            LockSupport.parkNanos(50_000_000);
        }
        return release;
    }

    private static String ask() {
        return shop.ask();
    }

    /** Nothing but this version serves, and no canary is there. */
    private static void assertOnly(String version) throws Exception {
        for (int i = 0; i < 50; i++) {
            assertThat(ask()).isEqualTo(version);
        }
        assertThat(shop.expect(0, "status", "shop", "/shop").shape())
                .singleElement()
                .asString()
                .startsWith("/shop: # of # instances healthy");
    }

    private static List<String> run(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        List<String> lines = process.inputReader().lines().toList();
        process.waitFor();
        return lines;
    }
}
