package io.cerebro.image;

import static io.cerebro.image.Recorded.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.realm.Login;
import io.cerebro.realm.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DockerTest {
    private static final String DIGEST = "sha256:5e0f581a56107fec2789bd06194cb6e50ca2e158891c89f06d0df7a81ad86c3c";
    private static final ImageBuild BUILD =
            ImageBuild.of(Path.of("orders"), ImageName.of("127.0.0.1:5000/shop/orders"), "v2");
    private static final Login.Password LOGIN = new Login.Password("ci", Secret.of("pa$$word"));

    private final FakeCommands commands = new FakeCommands()
            .on("docker build", 0, output("classic-ok"))
            .on("docker push", 0, output("push"))
            .on("docker inspect", 0, output("inspect"))
            .on("mktemp", 0, "/tmp/cerebro-docker.Ab3dE6gH9j")
            .on("tee", 0, "")
            .on("docker context", 0, "unix:///run/user/1000/docker.sock")
            .on("docker login", 0, "Login Succeeded")
            .on("rm", 0, "");
    private final List<String> log = new ArrayList<>();

    @Test
    void pinsTheImageByTheDigestThatTheRegistryAnswered() throws Exception {
        assertThat(publish(BUILD)).hasToString("127.0.0.1:5000/shop/orders@" + DIGEST);
        assertThat(commands.ran())
                .extracting(Commands.Command::toString)
                .containsExactly(
                        "docker build --force-rm --file /work/orders/Dockerfile --tag 127.0.0.1:5000/shop/orders:v2 /work/orders",
                        "docker push 127.0.0.1:5000/shop/orders:v2",
                        "docker inspect --format {{json .RepoDigests}} 3154029b98ec");
        assertThat(log).contains("Step 1/8 : FROM scratch AS base", "d98ef4fd7bce: Pushed");
    }

    @Test
    void knowsTheImageThatBuildKitBuilt() throws Exception {
        commands.on("docker build", 0, output("buildkit-ok"));
        publish(BUILD);
        assertThat(commands.ran("docker inspect").words())
                .endsWith("sha256:ff2045c57d68a1db88c2f1ee9a6abce76f675866c51e67a8172cdd2aecccb595");
        assertThat(commands.ran("docker build").environment()).containsEntry("BUILDKIT_PROGRESS", "plain");
    }

    @Test
    void knowsTheImageInContainerdsStore() throws Exception {
        commands.on("docker build", 0, output("buildkit-containerd-ok"));
        publish(BUILD);
        assertThat(commands.ran("docker inspect").words()).endsWith(DIGEST);
    }

    @Test
    void givesDockerEveryOption() throws Exception {
        BuildOptions options = BuildOptions.NONE
                .withArg("VERSION", "v2")
                .withSecretArg("TOKEN", Secret.of("s3cret-token"))
                .with(Provenance.at(Instant.parse("2026-11-23T05:06:07.890Z"))
                        .withSource("https://bot:hunter2@git.example.com/shop/orders.git")
                        .withRevision("d91aed3")
                        .withVersion("v2"))
                .withCacheFrom("127.0.0.1:5000/shop/orders:v1")
                .withTarget("made")
                .withPlatform("linux/amd64")
                .withPull()
                .withoutCache();
        publish(BUILD.withDockerfile(Path.of("docker/Release")).with(options));
        assertThat(commands.ran("docker build"))
                .hasToString(
                        "docker build --force-rm --file /work/orders/docker/Release --tag 127.0.0.1:5000/shop/orders:v2"
                                + " --build-arg VERSION=v2 --build-arg TOKEN"
                                + " --label org.opencontainers.image.created=2026-11-23T05:06:07Z"
                                + " --label org.opencontainers.image.source=https://git.example.com/shop/orders.git"
                                + " --label org.opencontainers.image.revision=d91aed3"
                                + " --label org.opencontainers.image.version=v2"
                                + " --cache-from 127.0.0.1:5000/shop/orders:v1 --target made --platform linux/amd64 --pull"
                                + " --no-cache /work/orders");
        assertThat(commands.ran("docker build").environment()).containsEntry("TOKEN", "s3cret-token");
    }

    @Test
    void logsInWithAConfigurationThatItDeletes() throws Exception {
        new Docker(commands, Path.of("/work")).publish(BUILD, Optional.of(LOGIN), log::add);
        assertThat(commands.ran())
                .extracting(command ->
                        command.words().get(0) + " " + command.words().get(1))
                .containsExactly(
                        "mktemp -d",
                        "tee /tmp/cerebro-docker.Ab3dE6gH9j/config.json",
                        "docker context",
                        "docker login",
                        "docker build",
                        "docker push",
                        "docker inspect",
                        "rm -rf");
        assertThat(commands.ran("docker login"))
                .hasToString("docker login --username ci --password-stdin 127.0.0.1:5000")
                .extracting(Commands.Command::input)
                .isEqualTo(Optional.of("pa$$word"));
        assertThat(commands.ran("docker push").environment())
                .containsEntry("DOCKER_CONFIG", "/tmp/cerebro-docker.Ab3dE6gH9j")
                .containsEntry("DOCKER_HOST", "unix:///run/user/1000/docker.sock");
        assertThat(commands.ran("rm")).hasToString("rm -rf -- /tmp/cerebro-docker.Ab3dE6gH9j");
    }

    @Test
    void deletesTheLoginOfAnInterruptedBuild() {
        commands.on("docker build", (command, output) -> {
            throw new InterruptedException();
        });
        assertThatThrownBy(() -> new Docker(commands, Path.of("/work")).publish(BUILD, Optional.of(LOGIN), log::add))
                .isInstanceOf(InterruptedException.class);
        assertThat(commands.ran("rm")).hasToString("rm -rf -- /tmp/cerebro-docker.Ab3dE6gH9j");
    }

    @Test
    void warnsOfALoginThatCannotBeDeleted() throws Exception {
        commands.on("rm", 1, "rm: cannot remove");
        new Docker(commands, Path.of("/work")).publish(BUILD, Optional.of(LOGIN), log::add);
        assertThat(log)
                .contains(
                        "could not delete /tmp/cerebro-docker.Ab3dE6gH9j, which holds a login to the registry: delete it by"
                                + " hand");
    }

    @Test
    void deletesNothingButItsOwnDirectory() {
        commands.on("mktemp", 0, "/home/orders");
        assertThatThrownBy(() -> new Docker(commands, Path.of("/work")).publish(BUILD, Optional.of(LOGIN), log::add))
                .isInstanceOf(ImageException.class);
        assertThat(commands.ran()).hasSize(1);
    }

    @Test
    void masksSecretsInTheLogAndInTheFailure() {
        commands.on("docker build", 1, output("buildkit-new-run-fails"));
        ImageBuild build = BUILD.with(BuildOptions.NONE.withSecretArg("TOKEN", Secret.of("s3cret-token")));
        assertThatThrownBy(() -> publish(build))
                .hasMessage(
                        "docker build failed at step 3/3 of stage build (RUN TOKEN=$TOKEN make orders): its command ended"
                                + " with exit code 2; its last lines:\n"
                                + "  cc -c orders.c\n"
                                + "  using **** for the download\n"
                                + "  make: *** No rule to make target 'orders'.  Stop.");
        assertThat(log).noneMatch(line -> line.contains("s3cret")).contains("0.190 using **** for the download");
    }

    @Test
    void refusesAPushOfAnImageThatIsNotTheOneBuilt() {
        commands.on("docker inspect", 0, "[]");
        assertThatThrownBy(() -> publish(BUILD))
                .isInstanceOf(ImageException.class)
                .hasMessage("tried to push 127.0.0.1:5000/shop/orders:v2 but what went to the registry, " + DIGEST
                        + ", is not the image that was built: another build here has taken the same tag; give each build a tag"
                        + " of its own and try again");
    }

    @Test
    void namesTheMissingDockerCommand() {
        commands.on("docker build", (command, output) -> {
            throw new UncheckedIOException(new IOException("Cannot run program \"docker\": error=2"));
        });
        assertThatThrownBy(() -> publish(BUILD))
                .isInstanceOf(ImageException.class)
                .hasMessage("tried to run docker but it cannot be started here: install Docker's command line (Debian:"
                        + " docker.io) or put it on the PATH");
    }

    private PinnedImage publish(ImageBuild build) throws InterruptedException {
        return new Docker(commands, Path.of("/work")).publish(build, Optional.empty(), log::add);
    }
}
