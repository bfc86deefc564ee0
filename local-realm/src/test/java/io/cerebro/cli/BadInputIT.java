package io.cerebro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets wrong, or this machine: one clear sentence, and nothing changed. */
class BadInputIT {
    @TempDir
    private Path directory;

    private Path realms = Path.of("realms.yaml");
    private Path definition = Path.of("marathon.yaml");

    @BeforeEach
    void files() throws Exception {
        realms = Files.writeString(directory.resolve("realms.yaml"), """
                realms:
                  prod:
                    marathon: {urls: ["http://127.0.0.62:1"]}
                    registry: {address: "127.0.0.62:1"}
                    router: {haproxy: {loadBalancers: [{name: lb1, socket: /nowhere/admin.sock, maps: /nowhere}]}}
                  laptop:
                    local: {address: 127.0.0.62, marathonPort: 8081, agentPort: 5051}
                """);
        definition = Files.writeString(directory.resolve("marathon.yaml"), """
                id: /orders
                cmd: run
                cpus: 0.1
                mem: 32
                """);
    }

    private record Said(int code, String text) {}

    @Test
    void namesTheRealmsThatThereAre() {
        assertThat(cerebro("status", "prd"))
                .isEqualTo(new Said(
                        3, "there is no realm 'prd' in " + realms + "; did you mean 'prod'? It has: laptop, prod\n"));
    }

    @Test
    void saysThatThereIsNoRealmsFile() throws Exception {
        Files.delete(realms);
        Said said = cerebro("status", "prod");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.text()).startsWith("there is no ").contains(realms.toString());
    }

    @Test
    void saysThatThereIsNoDefinition() {
        Path missing = directory.resolve("nothing.yaml");
        Said said = cerebro("release", "prod", missing.toString());
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.text()).contains(missing.toString());
    }

    @Test
    void refusesAnImageForADefinitionThatRunsNone() {
        assertThat(cerebro(
                        "deploy",
                        "prod",
                        definition.toString(),
                        "--image",
                        "127.0.0.1:5000/orders@sha256:" + "0".repeat(64)))
                .isEqualTo(new Said(
                        3,
                        "the definition of /orders has no container, so there is nothing to run the image"
                                + " 127.0.0.1:5000/orders@sha256:" + "0".repeat(64)
                                + " in; add container.docker or leave out --image\n"));
    }

    @Test
    void saysThatMarathonIsAwayAndThatNothingWasChanged() {
        Said said = cerebro("release", "prod", definition.toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text())
                .contains("failed: tried to GET http://127.0.0.62:1/v2/apps/orders but")
                .endsWith("; nothing was changed\n");
    }

    @Test
    void saysThatMarathonIsAwayToWhoeverPlans() {
        Said said = cerebro("plan", "prod", definition.toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).startsWith("tried to GET http://127.0.0.62:1/v2/apps/orders but");
    }

    @Test
    void saysWhatCanBePlanned() {
        assertThat(cerebro("plan", "prod", definition.toString(), "--goal", "promote"))
                .isEqualTo(new Said(
                        3,
                        "Invalid value for option '--goal': expected one of [RELEASE, DEPLOY, ISOLATED, PARTIAL]"
                                + " (case-insensitive) but was 'promote'\nsee: cerebro plan --help\n"));
    }

    @Test
    void saysThatTheDockerfileIsMissing() {
        Said said = cerebro("build", "prod", directory.toString(), "--name", "orders", "--tag", "v1");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains("Dockerfile");
    }

    @Test
    void saysThatTheRegistryIsAway() throws Exception {
        Files.writeString(directory.resolve("Dockerfile"), "FROM scratch\nCOPY marathon.yaml /\n");
        Said said = cerebro("build", "prod", directory.toString(), "--name", "orders", "--tag", "v1");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains("127.0.0.62:1").contains("connection refused");
    }

    @Test
    void saysThatThePasswordIsWrongAndThatNothingWasChanged() throws Exception {
        HttpServer marathon = HttpServer.create(new InetSocketAddress("127.0.0.62", 0), 0);
        marathon.createContext("/", exchange -> {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        marathon.start();
        try {
            String url = "http://127.0.0.62:" + marathon.getAddress().getPort();
            Files.writeString(directory.resolve("password"), "hunter2");
            Files.writeString(realms, """
                    realms:
                      prod:
                        marathon: {urls: ["%s"], username: cerebro, password: {file: password}}
                        router: {haproxy: {loadBalancers: [{name: lb1, socket: /nowhere/admin.sock, maps: /nowhere}]}}
                    """.formatted(url));
            Said said = cerebro("release", "prod", definition.toString());
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.text())
                    .endsWith("failed: Marathon at " + url + " refused the user name and password (401); check the"
                            + " realm's credentials; nothing was changed\n")
                    .doesNotContain("hunter2");
        } finally {
            marathon.stop(0);
        }
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(8081, 1, InetAddress.getByName("127.0.0.62"))) {
            assertThat(taken.isBound()).isTrue();
            Said said = cerebro("realm", "run", "laptop");
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.text()).contains("127.0.0.62:8081");
        }
    }

    @Test
    void teachesItsOptions() {
        Said said = cerebro("release", "prod", definition.toString(), "--nonsense");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.text()).contains("--nonsense").endsWith("see: cerebro release --help\n");
    }

    private Said cerebro(String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--realms";
        all[words.length + 1] = realms.toString();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (PrintStream heard = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(heard);
            System.setErr(heard);
            return new Said(Cerebro.run(all), said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
