package io.cerebro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What is planned, and what a release then does, with a real Docker Engine, registry and HAProxy. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Shop.ADDRESS)
class PlanIT {
    @TempDir
    private static Path directory;

    @Test
    void saysWhatEachReleaseIsThenSeenToDo() throws Exception {
        try (Shop shop = Shop.open(directory)) {
            String good = shop.image("good");
            String better = shop.image("better");
            assertThat(first(plan(shop, 0, good))).containsExactly("release of /shop: CREATE, with 2 instances");
            assertThat(plan(shop, 2, good, "--goal", "isolated"))
                    .containsExactly(
                            "canary isolated of /shop: NONE, it cannot be done",
                            "in the way: there is no /shop to set a canary beside; deploy it first");

            deploy(shop, good);
            assertThat(plan(shop, 0, good)).containsExactly("release of /shop: NONE, this version is live");
            assertThat(first(plan(shop, 0, better)))
                    .containsExactly(
                            "release of /shop: RESTART, 1 canary instance created first, then 2 running tasks replaced",
                            "what differs from the live /shop:",
                            "  container.docker.image: " + good + " -> " + better);
            assertThat(shop.expect(0, "status", "shop", "/shop").out()).hasSize(1);

            Files.writeString(directory.resolve("marathon.shop.yaml"), "instances: 3\n");
            assertThat(first(plan(shop, 0, good)))
                    .containsExactly(
                            "release of /shop: SCALE, from 2 to 3 instances",
                            "what differs from the live /shop:",
                            "  instances: 2 -> 3");

            shop.expect(0, "canary", "shop", "marathon.yaml", "--image", better, "--stage", "isolated", "--by", "bob");
            assertThat(first(plan(shop, 2, good, "--goal", "deploy")))
                    .hasSize(4)
                    .startsWith("deploy of /shop: SCALE, from 2 to 3 instances")
                    .element(1)
                    .asString()
                    .startsWith("in the way: /shop-canary is there, released by bob at 20")
                    .endsWith("Z; promote it or roll it back first");
            shop.expect(0, "rollback", "shop", "/shop");
        }
    }

    private static void deploy(Shop shop, String image) throws Exception {
        shop.expect(0, "deploy", "shop", "marathon.yaml", "--image", image, "--by", "ann");
    }

    private static List<String> plan(Shop shop, int code, String image, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("plan", "shop", "marathon.yaml", "--image", image));
        words.addAll(List.of(more));
        return shop.expect(code, words.toArray(String[]::new)).out();
    }

    /** Without what is sent. */
    private static List<String> first(List<String> plan) {
        return plan.stream()
                .takeWhile(line -> !line.startsWith("what is sent") && !line.startsWith("what would be sent"))
                .toList();
    }
}
