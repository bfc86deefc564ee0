package io.cerebro.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.realm.Login;
import io.cerebro.realm.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a real Docker Engine, its own builder, and a real registry. */
@Timeout(120)
final class DockerIT {
    private static final Path BUSYBOX = Path.of("/bin/busybox");
    private static final String DOCKERFILE = """
            FROM scratch
            COPY busybox /bin/sh
            ARG VERSION
            ARG TOKEN
            RUN echo "building $VERSION with $TOKEN"
            CMD ["/bin/sh", "-c", "exit 0"]
            """;

    private final List<String> log = new ArrayList<>();
    private final List<String> images = new ArrayList<>();
    private final String tag = "it-" + UUID.randomUUID();

    @TempDir
    Path workspace;

    @TempDir
    Path registryHome;

    @BeforeEach
    void writeTheSources() throws IOException {
        Files.createDirectory(workspace.resolve("orders"));
        Files.copy(BUSYBOX, workspace.resolve("orders/busybox"));
        write(DOCKERFILE);
    }

    @AfterEach
    void removeTheImages() throws InterruptedException {
        for (String image : images) {
            command("docker", "rmi", "--force", image);
        }
    }

    @Test
    void pinsTheDigestUnderWhichTheRegistryServesTheImage() throws Exception {
        try (TestRegistry registry = TestRegistry.open(registryHome)) {
            PinnedImage image = publish(build(registry), Optional.empty());
            assertThat(image.toString()).startsWith(registry.address() + "/shop/orders@sha256:");
            HttpResponse<String> manifest = manifest(registry, image);
            assertThat(manifest.statusCode()).isEqualTo(200);
            assertThat(manifest.headers().firstValue("Docker-Content-Digest")).contains(image.digest());
            images.add(image.toString());
            assertThat(command("docker", "rmi", "--force", registry.address() + "/shop/orders:" + tag))
                    .isNotEmpty();
            assertThat(command("docker", "pull", image.toString()).toString()).contains("Digest: " + image.digest());
        }
    }

    @Test
    void labelsTheImageAndHidesItsSecrets() throws Exception {
        try (TestRegistry registry = TestRegistry.open(registryHome)) {
            BuildOptions options = BuildOptions.NONE
                    .withArg("VERSION", "v7")
                    .withSecretArg("TOKEN", Secret.of("s3cret-token"))
                    .with(Provenance.at(Instant.parse("2026-11-23T05:06:07Z")).withRevision("d91aed3"));
            PinnedImage image = publish(build(registry).with(options.withoutCache()), Optional.empty());
            assertThat(log)
                    .anyMatch(line -> line.endsWith("building v7 with ****"))
                    .noneMatch(line -> line.contains("s3cret-token"));
            assertThat(command("docker", "inspect", "--format", "{{json .Config.Labels}}", image.toString()))
                    .containsExactly("{\"org.opencontainers.image.created\":\"2026-11-23T05:06:07Z\","
                            + "\"org.opencontainers.image.revision\":\"d91aed3\"}");
        }
    }

    @Test
    void logsInAndLeavesNoLoginBehind() throws Exception {
        try (TestRegistry registry = TestRegistry.withLogin(registryHome)) {
            List<Path> before = configurations();
            publish(build(registry), login(TestRegistry.PASSWORD));
            assertThat(configurations()).isEqualTo(before);
            assertThat(log).noneMatch(line -> line.contains(TestRegistry.PASSWORD));
        }
    }

    @Test
    void saysThatTheRegistryRefusesThePassword() throws Exception {
        try (TestRegistry registry = TestRegistry.withLogin(registryHome)) {
            List<Path> before = configurations();
            assertThatThrownBy(() -> publish(build(registry), login("wrong")))
                    .isInstanceOf(ImageException.class)
                    .hasMessage("tried to log in to the registry " + registry.address()
                            + " as ci but it refuses this user name or password: see the registry's credentials");
            assertThat(configurations()).isEqualTo(before);
        }
    }

    @Test
    void saysThatTheRegistryWantsALogin() throws Exception {
        try (TestRegistry registry = TestRegistry.withLogin(registryHome)) {
            assertThatThrownBy(() -> publish(build(registry), Optional.empty()))
                    .isInstanceOf(ImageException.class)
                    .hasMessage("tried to push " + registry.address() + "/shop/orders:" + tag
                            + " but the registry wants a login: give it a user name and a password in realms.yaml");
        }
    }

    @Test
    void saysThatTheRegistryIsDown() throws Exception {
        TestRegistry registry = TestRegistry.open(registryHome);
        registry.close();
        assertThatThrownBy(() -> publish(build(registry), Optional.empty()))
                .isInstanceOf(ImageException.class)
                .hasMessage("tried to push " + registry.address() + "/shop/orders:" + tag + " but the registry "
                        + registry.address() + " does not answer (dial tcp " + registry.address()
                        + ": connect: connection refused): see that it runs and that its address is right");
    }

    @Test
    void showsTheLastLinesOfTheFailingStep() throws Exception {
        write("""
                FROM scratch
                COPY busybox /bin/sh
                RUN echo compiling && echo "Orders.java:3: error: expected" && exit 2
                CMD ["/bin/sh"]
                """);
        assertThatThrownBy(() -> new Docker(new LocalCommands(), workspace)
                        .publish(
                                ImageBuild.of(Path.of("orders"), name("127.0.0.41:1"), tag),
                                Optional.empty(),
                                log::add))
                .isInstanceOf(ImageException.class)
                .message()
                .matches(
                        "docker build failed at step \\d/\\d \\(RUN echo compiling && echo \"Orders.java:3: error: expected\" &&"
                                + " exit 2\\): its command ended with exit code 2; its last lines:\n  compiling\n"
                                + "  Orders.java:3: error: expected");
    }

    @Test
    void saysThatThereIsNoDockerfileAndNoContext() throws Exception {
        Files.delete(workspace.resolve("orders/Dockerfile"));
        Docker docker = new Docker(new LocalCommands(), workspace);
        ImageBuild build = ImageBuild.of(Path.of("orders"), name("127.0.0.41:1"), tag);
        assertThatThrownBy(() -> docker.publish(build, Optional.empty(), log::add))
                .hasMessage("tried to build 127.0.0.41:1/shop/orders:" + tag + " from " + workspace
                        + "/orders/Dockerfile in " + workspace
                        + "/orders but there is no such Dockerfile: create it, or name another one");
        ImageBuild elsewhere = ImageBuild.of(Path.of("gone"), name("127.0.0.41:1"), tag);
        assertThatThrownBy(() -> docker.publish(elsewhere, Optional.empty(), log::add))
                .hasMessage(
                        "tried to build 127.0.0.41:1/shop/orders:" + tag + " from " + workspace + "/gone/Dockerfile in "
                                + workspace + "/gone but there is no directory " + workspace + "/gone");
    }

    private ImageBuild build(TestRegistry registry) {
        ImageBuild build = ImageBuild.of(Path.of("orders"), name(registry.address()), tag);
        images.add(build.reference());
        return build;
    }

    private static ImageName name(String registry) {
        return new ImageName(registry, "shop/orders");
    }

    private PinnedImage publish(ImageBuild build, Optional<Login.Password> login) throws InterruptedException {
        return new Docker(new LocalCommands(), workspace).publish(build, login, log::add);
    }

    private static Optional<Login.Password> login(String password) {
        return Optional.of(new Login.Password(TestRegistry.USER, Secret.of(password)));
    }

    private void write(String dockerfile) throws IOException {
        Files.writeString(workspace.resolve("orders/Dockerfile"), dockerfile);
    }

    private List<String> command(String... words) throws InterruptedException {
        List<String> output = new ArrayList<>();
        new LocalCommands()
                .run(new Commands.Command(List.of(words), workspace, Map.of(), Optional.empty()), output::add);
        return output;
    }

    private static List<Path> configurations() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("cerebro-docker."))
                    .sorted()
                    .toList();
        }
    }

    private static HttpResponse<String> manifest(TestRegistry registry, PinnedImage image) throws Exception {
        URI address = URI.create(
                "http://" + registry.address() + "/v2/" + image.name().path() + "/manifests/" + image.digest());
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Accept", "application/vnd.docker.distribution.manifest.v2+json")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
