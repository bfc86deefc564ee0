package io.cerebro.local.task;

import static io.cerebro.local.task.BusyboxImage.docker;
import static io.cerebro.local.task.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerebro.local.task.Runner.Stream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DockerRunnerIT {
    private static final String IMAGE = "cerebro-docker-runner-it:" + UUID.randomUUID();
    private static final String REALM = "docker-runner-it";
    private static final int PORT = 33_100;

    @TempDir
    static Path context;

    @TempDir
    Path state;

    private final Updates updates = new Updates();
    private final HttpClient client = HttpClient.newHttpClient();
    private Runner runner;

    @BeforeAll
    static void build() throws Exception {
        BusyboxImage.build(context, IMAGE);
    }

    @AfterAll
    static void removeImage() throws Exception {
        docker("rmi", "--force", IMAGE);
    }

    @BeforeEach
    void start() {
        runner = fresh();
    }

    @AfterEach
    void leaveNothing() throws Exception {
        runner.clear();
        runner.close();
        assertThat(containers()).isEmpty();
    }

    private Runner fresh() {
        Runner fresh = Runners.of(REALM, state);
        fresh.listen(updates);
        return fresh;
    }

    private static Launch serving(String taskId) {
        return with(taskId, "\"env\": {\"STAGE\": \"qa\", \"KEY\": \"line 1\\nline 2\", \"ODD\": \"a # $b = 'c'\"}");
    }

    private static Launch with(String taskId, String fields) {
        return Launches.launch(taskId, """
                {"id": "/orders", "cpus": 0.25, "mem": 32, %s,
                 "container": {"type": "DOCKER", "docker": {"image": "%s"},
                   "portMappings": [{"containerPort": 8080, "hostPort": 0, "name": "http", "protocol": "tcp"}]},
                 "networks": [{"mode": "container/bridge"}]}
                """.formatted(fields, IMAGE), PORT);
    }

    private static String name(String taskId) {
        return "cerebro-" + REALM + "-" + taskId;
    }

    private String containers() throws Exception {
        return docker("ps", "--all", "--quiet", "--filter=label=cerebro.home=" + state);
    }

    private String stdout(String taskId) {
        return new String(runner.log(taskId, Stream.STDOUT), StandardCharsets.UTF_8);
    }

    private CompletableFuture<HttpResponse<String>> get(String path) {
        URI uri = URI.create("http://" + Launches.HOST + ":" + PORT + path);
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private void awaitServing() throws Exception {
        eventually(
                "it serves",
                () -> get("/index.html")
                        .handle((response, failure) ->
                                failure == null && response.body().equals("hello\n"))
                        .join());
    }

    private static JsonNode inspect(String taskId) throws Exception {
        return new ObjectMapper().readTree(docker("inspect", name(taskId))).get(0);
    }

    @Test
    void runsAContainerWithItsLimitsAndItsPortOnTheRealmsAddressOnly() throws Exception {
        runner.launch(serving("t1"));

        updates.await("t1", "TASK_RUNNING");
        assertThat(updates.statesOf("t1")).containsExactly("TASK_STARTING", "TASK_RUNNING");
        awaitServing();
        JsonNode host = inspect("t1").path("HostConfig");
        assertThat(host.path("NanoCpus").asLong()).isEqualTo(250_000_000);
        assertThat(host.path("CpuShares").asInt()).isEqualTo(256);
        assertThat(host.path("Memory").asLong()).isEqualTo(32L * 1024 * 1024);
        assertThat(host.path("MemorySwap").asLong()).isEqualTo(32L * 1024 * 1024);
        assertThat(host.at("/PortBindings/8080~1tcp"))
                .hasToString("[{\"HostIp\":\"127.0.0.21\",\"HostPort\":\"33100\"}]");
        assertThat(inspect("t1").at("/Config/Labels/cerebro.realm").asText()).isEqualTo(REALM);
        assertThat(inspect("t1").at("/Config/Labels/cerebro.task").asText()).isEqualTo("t1");
    }

    @Test
    void givesMarathonsEnvironmentWhateverIsInAValue() throws Exception {
        runner.launch(serving("t1"));
        updates.await("t1", "TASK_RUNNING");

        List<String> environment = new ObjectMapper()
                .convertValue(
                        inspect("t1").at("/Config/Env"), new com.fasterxml.jackson.core.type.TypeReference<>() {});
        assertThat(environment)
                .contains("STAGE=qa", "KEY=line 1\nline 2", "ODD=a # $b = 'c'")
                .contains("PORT0=33100", "PORT=33100", "PORTS=33100", "PORT_8080=33100", "PORT_HTTP=33100")
                .contains("HOST=127.0.0.21", "MESOS_TASK_ID=t1", "MARATHON_APP_ID=/orders")
                .contains("MARATHON_APP_VERSION=2026-11-23T00:43:22.706Z", "MARATHON_APP_DOCKER_IMAGE=" + IMAGE)
                .contains("MARATHON_APP_RESOURCE_CPUS=0.25", "MARATHON_APP_RESOURCE_MEM=32.0");
    }

    @Test
    void tellsOfACrashAndKeepsItsLog() throws Exception {
        runner.launch(with("t1", "\"cmd\": \"echo out; echo why >&2; exit 1\""));

        assertThat(updates.await("t1", "TASK_FAILED").message()).isEqualTo("Container exited with status 1");
        assertThat(stdout("t1")).isEqualTo("out\n");
        assertThat(runner.log("t1", Stream.STDERR)).isEqualTo("why\n".getBytes(StandardCharsets.UTF_8));
        eventually("the container is removed", () -> containers().isEmpty());
        assertThat(stdout("t1")).isEqualTo("out\n");
    }

    @Test
    void tellsOfAContainerThatHasFinished() {
        runner.launch(with("t1", "\"args\": [\"echo\", \"two words\"]"));

        assertThat(updates.await("t1", "TASK_FINISHED").message()).isEqualTo("Container exited with status 0");
        assertThat(stdout("t1")).isEqualTo("two words\n");
    }

    @Test
    void tellsOfAContainerThatRanOutOfMemory() {
        runner.launch(with("t1", "\"cmd\": \"x=$(yes | head -c 200000000); sleep 60\""));

        assertThat(updates.await("t1", "TASK_FAILED").message())
                .isEqualTo("Memory limit exceeded: Requested: 32MB Maximum Used: 32MB");
    }

    @Test
    void letsAContainerFinishItsRequestWhenKilled() throws Exception {
        runner.launch(serving("t1"));
        updates.await("t1", "TASK_RUNNING");
        awaitServing();
        CompletableFuture<HttpResponse<String>> slow = get("/cgi-bin/slow");
        eventually(
                "the request is under way",
                () -> new DockerCommand()
                                .run(Docker.Call.of("exec", name("t1"), "/bin/test", "-e", "/busy"))
                                .exitCode()
                        == 0);

        runner.kill("t1", Duration.ofSeconds(30));
        runner.kill("t1", Duration.ofSeconds(30));

        assertThat(slow.get().body()).isEqualTo("done\n");
        assertThat(updates.await("t1", "TASK_KILLED").message()).isEqualTo("Container exited with status 0");
        assertThat(stdout("t1")).isEqualTo("serving\nfinished\n");
        assertThat(updates.statesOf("t1")).containsExactly("TASK_STARTING", "TASK_RUNNING", "TASK_KILLED");
    }

    @Test
    void killsAContainerThatDoesNotHeedItsGrace() throws Exception {
        runner.launch(with("t1", "\"cmd\": \"trap '' TERM; echo ready; while :; do sleep 0.1; done\""));
        updates.await("t1", "TASK_RUNNING");
        eventually("it is ready", () -> stdout("t1").contains("ready"));

        runner.kill("t1", Duration.ofMillis(300));

        assertThat(updates.await("t1", "TASK_KILLED").message()).isEqualTo("Container exited with status 137");
    }

    @Test
    void saysWhichCommandThereIsNot() {
        runner.launch(with("t1", "\"args\": [\"/no/such/command\"]"));

        assertThat(updates.await("t1", "TASK_FAILED").message())
                .contains("/no/such/command")
                .contains("no such file or directory");
        assertThat(updates.statesOf("t1")).doesNotContain("TASK_RUNNING");
    }

    @Test
    void saysThatThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(PORT, 1, InetAddress.getByName(Launches.HOST))) {
            runner.launch(serving("t1"));

            assertThat(updates.await("t1", "TASK_FAILED").message())
                    .contains(Launches.HOST + ":" + taken.getLocalPort())
                    .contains("address already in use");
        }
    }

    @Test
    void saysThatTheRegistryDoesNotAnswer() {
        runner.launch(Launches.launch("t1", """
                {"id": "/orders", "env": {"PASSWORD": "hunter2"},
                 "container": {"docker": {"image": "127.0.0.21:33999/orders:1", "forcePullImage": true}}}
                """));

        assertThat(updates.await("t1", "TASK_FAILED").message())
                .startsWith("Error response from daemon: Get \"http://127.0.0.21:33999/v2/\"")
                .endsWith("connect: connection refused")
                .doesNotContain("hunter2");
    }

    @Test
    void pullsTheImageFromTheRegistry() throws Exception {
        try (TestRegistry registry = TestRegistry.start(state.resolve("registry"), Launches.HOST, 33_500)) {
            String image = registry.address() + "/orders:1";
            docker("tag", IMAGE, image);
            docker("push", image);
            docker("rmi", image);
            runner.launch(Launches.launch("t1", """
                    {"id": "/orders", "cmd": "echo pulled",
                     "container": {"docker": {"image": "%s", "forcePullImage": true}}}
                    """.formatted(image)));

            updates.await("t1", "TASK_FINISHED");
            runner.launch(Launches.launch("t2", """
                    {"id": "/orders", "container": {"docker": {"image": "%s/orders:2"}}}
                    """.formatted(registry.address())));

            assertThat(updates.await("t2", "TASK_FAILED").message()).contains("manifest unknown");
            docker("rmi", "--force", image);
        }
    }

    @Test
    void takesOverWhatRunsOnAfterARestartAndEndsTheRest() throws Exception {
        Launch kept = serving("kept");
        Launch ended = hostCmd("ended", "sleep 0.5; exit 5");
        runner.launch(kept);
        runner.launch(ended);
        runner.launch(hostCmd("stranger", "sleep 600"));
        for (String task : List.of("kept", "ended", "stranger")) {
            updates.await(task, "TASK_RUNNING");
        }
        runner.close();
        eventually(
                "it has ended",
                () -> docker("ps", "--quiet", "--filter=name=" + name("ended")).isEmpty());
        runner = fresh();

        assertThat(runner.adopt(List.of(kept, ended, hostCmd("unknown", "true"))))
                .containsExactly("kept");

        assertThat(updates.await("ended", "TASK_FAILED").message()).isEqualTo("Container exited with status 5");
        assertThat(docker("ps", "--all", "--format={{.Names}}", "--filter=label=cerebro.home=" + state))
                .isEqualTo(name("kept"));
        docker("kill", name("kept"));
        assertThat(updates.await("kept", "TASK_FAILED").message()).isEqualTo("Container exited with status 137");
    }

    @Test
    void tellsOfAContainerThatSomebodyElseRemoved() throws Exception {
        runner.launch(hostCmd("t1", "sleep 600"));
        updates.await("t1", "TASK_RUNNING");

        docker("rm", "--force", name("t1"));

        assertThat(updates.await("t1", "TASK_FAILED").message())
                .isIn("Container was removed by somebody else", "Container exited with status 137");
    }

    @Test
    void killsWhatIsStillBeingStarted() {
        for (int i = 0; i < 6; i++) {
            runner.launch(hostCmd("t" + i, "sleep 600"));
        }
        for (int i = 0; i < 6; i++) {
            runner.kill("t" + i, Duration.ofSeconds(1));
        }

        updates.awaitCount("TASK_KILLED", 6);
    }

    @Test
    void runsTwentyContainersAndClearsThem() throws Exception {
        for (int i = 0; i < 20; i++) {
            runner.launch(hostCmd("t" + i, "sleep 600"));
        }
        updates.awaitCount("TASK_RUNNING", 20);

        runner.clear();

        assertThat(containers()).isEmpty();
        assertThat(state.resolve("sandbox")).doesNotExist();
        assertThat(updates.count("TASK_FAILED")).isZero();
    }

    private static Launch hostCmd(String taskId, String cmd) {
        return Launches.launch(taskId, """
                {"id": "/orders", "cpus": 0.1, "mem": 16, "cmd": "%s", "networks": [{"mode": "host"}],
                 "container": {"docker": {"image": "%s"}}}
                """.formatted(cmd, IMAGE));
    }
}
