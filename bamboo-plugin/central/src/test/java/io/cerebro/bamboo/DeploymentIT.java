package io.cerebro.bamboo;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.bamboo.task.CommonTaskType;
import com.atlassian.bamboo.task.RuntimeTaskDataProvider;
import com.atlassian.bamboo.task.TaskState;
import io.cerebro.bamboo.task.TaskKind;
import io.cerebro.image.TestRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A deployment project's tasks, as the started bundle has them: the server's part in one OSGi framework, the agent's in another
 * without the server's packages; with a real Docker Engine, registry and HAProxy.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeploymentIT {
    private static final Map<String, String> REALM = Map.of("realm", "yard");
    private static final Map<String, String> SERVICE = Map.of("realm", "yard", "service", "/shop");

    @TempDir
    private static Path directory;

    private static Yard yard;
    private static FakeServer services;
    private static Osgi server;
    private static Osgi agent;
    private static final StringBuilder EVERYTHING = new StringBuilder();

    private FakeDeployment deployment;

    @BeforeAll
    static void open() throws Exception {
        yard = Yard.open(directory);
        services = new FakeServer();
        services.shares("yard marathon", "cerebro", Yard.MARATHON_PASSWORD);
        services.shares("registry", TestRegistry.USER, TestRegistry.PASSWORD);
        server = Osgi.server(directory.resolve("server"));
        agent = Osgi.agent(directory.resolve("agent"));
    }

    @AfterAll
    static void close() throws Exception {
        if (yard != null) {
            yard.close();
        }
        if (agent != null) {
            agent.close();
            server.close();
            services.close();
        }
    }

    @Test
    @Order(1)
    void buildsAndDeploysTheFirstVersion() throws Exception {
        begin("release-1");
        succeeds(TaskKind.BUILD, build("good"));
        assertThat(deployment.results.get("cerebro.image")).matches("127.0.0.41:\\d+/shop@sha256:[0-9a-f]{64}");
        succeeds(TaskKind.PLAN, REALM);
        succeeds(TaskKind.DEPLOY, REALM);

        assertThat(yard.ask()).isEqualTo("good");
        assertThat(deployment.customData)
                .containsEntry("cerebro.service", "/shop")
                .containsEntry("cerebro.by", "Shop to prod, release-1")
                .containsEntry("cerebro.outcome", "done: /shop is live, 2 instances serve it")
                .containsEntry("cerebro.image", deployment.results.get("cerebro.image"));
        assertThat(yard.checkout().resolve("cerebro/shop-deploy.html")).exists();
    }

    @Test
    @Order(2)
    void goesThroughTheStagesTaskByTask() throws Exception {
        begin("release-2");
        succeeds(TaskKind.BUILD, build("better"));
        try (Customers customers = new Customers()) {
            succeeds(TaskKind.CANARY_ISOLATED, REALM);
            succeeds(TaskKind.CANARY_PARTIAL, gated());
            succeeds(TaskKind.PROMOTE, SERVICE);
            customers.close();
            assertThat(customers.answers).containsOnlyKeys("good", "better");
        }
        assertThat(yard.ask()).isEqualTo("better");
        assertThat(run(TaskKind.ROLLBACK, SERVICE, true)).isEqualTo(TaskState.SUCCESS);
        assertThat(deployment.log).last().isEqualTo("[Cerebro] no canary of /shop is left; nothing to take back");
        assertThat(yard.ask()).isEqualTo("better");
    }

    @Test
    @Order(3)
    void scalesWithoutLosingARequest() throws Exception {
        begin("release-2");
        try (Customers customers = new Customers()) {
            succeeds(TaskKind.SCALE, with(SERVICE, "instances", "+1"));
            assertThat(deployment.customData)
                    .containsEntry("cerebro.outcome", "done: /shop has gone from 2 to 3 instances, 3 serve it");
            succeeds(TaskKind.SCALE, with(SERVICE, "instances", "2"));
            customers.close();
            assertThat(customers.answers).containsOnlyKeys("better");
        }
        assertThat(deployment.log).anyMatch(line -> line.contains("scaling /shop from 3 to 2: "));
        assertThat(deployment.customData)
                .containsEntry("cerebro.outcome", "done: /shop has gone from 3 to 2 instances, 2 serve it");
    }

    @Test
    @Order(4)
    void turnsBackBeforeItReturnsWhenTheBuildIsStoppedInTheMiddleOfItsShare() throws Exception {
        begin("release-3");
        succeeds(TaskKind.BUILD, build("good"));
        var told = new CompletableFuture<Boolean>();
        var stopped = new FutureTask<>(() -> {
            TaskState state = run(TaskKind.CANARY_PARTIAL, with(gated(), "bake", "2m"), false);
            told.complete(Thread.interrupted());
            return state;
        });
        Thread build = new Thread(stopped, "build");
        build.start();
        awaitLine("partial ");

        build.interrupt();

        assertThat(stopped.get(90, TimeUnit.SECONDS)).isEqualTo(TaskState.FAILED);
        assertThat(told.get()).as("the thread is left interrupted").isTrue();
        assertThat(deployment.errors).containsExactly("[Cerebro] rolled back: the build was stopped");
        Thread.currentThread().interrupt();
        try {
            assertThat(run(TaskKind.ROLLBACK, SERVICE, true)).isEqualTo(TaskState.SUCCESS);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        for (int i = 0; i < 50; i++) {
            assertThat(yard.ask()).isEqualTo("better");
        }
    }

    @Test
    @Order(5)
    void rollsBackABrokenVersion() throws Exception {
        begin("release-4");
        succeeds(TaskKind.BUILD, build("failing"));
        try (Customers customers = new Customers()) {
            assertThat(run(TaskKind.RELEASE, with(gated(), "partialBake", "8s"), false))
                    .isEqualTo(TaskState.FAILED);
        }
        assertThat(deployment.errors)
                .singleElement()
                .asString()
                .startsWith("[Cerebro] rolled back: canary partial failed its gate:");
        assertThat(deployment.variables.get("cerebro.outcome"))
                .startsWith("rolled back: canary partial failed its gate:");
        assertThat(deployment.customData.get("cerebro.verdicts")).contains("partial FAIL");
        assertThat(Files.readAllLines(yard.audit()))
                .last()
                .asString()
                .contains("\"by\":\"Shop to prod, release-4\"", "\"commit\":\"4f2c1aa\"")
                .contains("\"result\":\"rolled back\",\"because\":\"canary partial failed its gate: ");
        assertThat(yard.ask()).isEqualTo("better");
    }

    @Test
    @Order(6)
    void runsAJobInTheImageThatItHasBuiltAndSeesItFail() throws Exception {
        begin("release-5");
        succeeds(TaskKind.BUILD, build("good"));
        Map<String, String> job = with(with(REALM, "run", "true"), "definition", """
                name: report
                schedule: R/2100-01-01T02:00:00Z/P1D
                container: {type: DOCKER, image: "${IMAGE}"}
                command: echo "no such table" >&2; exit 3
                cpus: 0.1
                mem: 32
                retries: 0
                """);

        assertThat(run(TaskKind.JOB, with(job, "variables", "IMAGE=" + deployment.results.get("cerebro.image")), false))
                .isEqualTo(TaskState.FAILED);

        assertThat(deployment.errors.get(0))
                .startsWith("[Cerebro] failed: report failed with exit code 3 (20")
                .endsWith("; the last it wrote:");
        assertThat(deployment.errors)
                .endsWith("[Cerebro]   | no such table", "[Cerebro]   | Container exited with status 3");
        succeeds(TaskKind.JOB, with(with(REALM, "action", "delete"), "job", "report"));
    }

    @Test
    @Order(7)
    void showsNoSecretAnywhere() throws Exception {
        EVERYTHING.append(Files.readString(yard.audit()));
        assertThat(EVERYTHING.toString())
                .isNotEmpty()
                .doesNotContain(Yard.MARATHON_PASSWORD)
                .doesNotContain(TestRegistry.PASSWORD);
        try (var reports = Files.list(yard.checkout().resolve("cerebro"))) {
            assertThat(reports)
                    .isNotEmpty()
                    .allSatisfy(report -> assertThat(Files.readString(report))
                            .doesNotContain(Yard.MARATHON_PASSWORD)
                            .doesNotContain(TestRegistry.PASSWORD));
        }
    }

    private void begin(String version) throws Exception {
        deployment = new FakeDeployment(yard.checkout(), version);
        deployment.variables.put("cerebro.realms", yard.realms().toString());
        deployment.variables.put("planRepository.revision", "4f2c1aa");
    }

    private static Map<String, String> build(String version) {
        return Map.of("realm", "yard", "name", "shop", "tag", version, "buildArgs", "VERSION=" + version);
    }

    private static Map<String, String> gated() {
        return Map.of("realm", "yard", "onNotEnoughData", "rollback", "minRequests", "10", "acceptedErrorRate", "30 %");
    }

    private static Map<String, String> with(Map<String, String> configuration, String key, String value) {
        Map<String, String> more = new HashMap<>(configuration);
        more.put(key, value);
        return more;
    }

    private void succeeds(TaskKind kind, Map<String, String> configuration) throws Exception {
        assertThat(run(kind, configuration, false))
                .as(() -> String.join("\n", deployment.log))
                .isEqualTo(TaskState.SUCCESS);
    }

    private TaskState run(TaskKind kind, Map<String, String> configuration, boolean isFinal) throws Exception {
        int index = List.of(TaskKind.values()).indexOf(kind);
        var provider = (RuntimeTaskDataProvider) server.create(
                Bundle.attributes("runtimeTaskDataProvider", "class").get(index));
        Map<String, String> handed =
                provider.populateRuntimeTaskData(FakeDeployment.definition(configuration), deployment.context());
        var task = (CommonTaskType)
                agent.create(Bundle.attributes("taskType", "class").get(index));
        try {
            return task.execute(deployment.task(configuration, handed, isFinal)).getTaskState();
        } finally {
            EVERYTHING.append(deployment.log).append(deployment.customData).append(deployment.variables);
        }
    }

    private void awaitLine(String part) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(90));
        while (deployment.log.stream().noneMatch(line -> line.contains(part))) {
            assertThat(Instant.now())
                    .as(() -> "no line with " + part + " in\n" + String.join("\n", deployment.log))
                    .isBefore(deadline);
            LockSupport.parkNanos(50_000_000);
        }
    }

    /** Constant requests, counted by who answered. */
    private static final class Customers implements AutoCloseable {
        final Map<String, Integer> answers = new ConcurrentSkipListMap<>();
        private volatile boolean closed;
        private final Thread thread = new Thread(() -> {
            while (!closed) {
                answers.merge(yard.ask(), 1, Integer::sum);
                LockSupport.parkNanos(20_000_000);
            }
        });

        Customers() {
            thread.start();
        }

        @Override
        public void close() throws InterruptedException {
            closed = true;
            thread.join();
        }
    }
}
