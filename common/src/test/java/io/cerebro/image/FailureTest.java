package io.cerebro.image;

import static io.cerebro.image.Recorded.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cerebro.realm.Login;
import io.cerebro.realm.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each failure that docker was seen to have becomes one clear sentence. */
final class FailureTest {
    private static final ImageBuild BUILD =
            ImageBuild.of(Path.of("orders"), ImageName.of("127.0.0.1:5000/shop/orders"), "v2");
    private static final String TRIED_TO_BUILD =
            "tried to build 127.0.0.1:5000/shop/orders:v2 from" + " /work/orders/Dockerfile in /work/orders but ";
    private static final String TRIED_TO_PUSH = "tried to push 127.0.0.1:5000/shop/orders:v2 but ";

    private final FakeCommands commands = new FakeCommands();

    @ParameterizedTest
    @CsvSource({"classic, 4/4", "buildkit, 3/3"})
    void showsTheFailingStepWithItsLastTwentyLines(String builder, String step) {
        String expected =
                IntStream.rangeClosed(12, 30).mapToObj(Integer::toString).collect(Collectors.joining("\n  "));
        assertThat(failedBuild(builder + "-run-fails"))
                .isEqualTo("docker build failed at step " + (builder.equals("classic") ? "4/5" : step)
                        + " (RUN /bin/busybox seq 1 30 && /bin/busybox echo \"no rule to make target 'orders'\" >&2 && exit 2):"
                        + " its command ended with exit code 2; its last lines:\n  " + expected
                        + "\n  no rule to make target 'orders'");
    }

    @Test
    void showsTheFailingStepOfAStage() {
        assertThat(failedBuild("buildkit-stage-fails"))
                .isEqualTo(
                        "docker build failed at step 3/3 of stage build (RUN /bin/busybox echo one && /bin/busybox echo"
                                + " 'Orders.java:3: error: ; expected' >&2 && exit 1): its command ended with exit code 1; its last"
                                + " lines:\n  one\n  Orders.java:3: error: ; expected");
        assertThat(failedBuild("classic-stage-fails"))
                .isEqualTo("docker build failed at step 4/6 (RUN /bin/busybox echo one && /bin/busybox echo"
                        + " 'Orders.java:3: error: ; expected' >&2 && exit 1): its command ended with exit code 1; its last"
                        + " lines:\n  one\n  Orders.java:3: error: ; expected");
    }

    @Test
    void showsWhatCannotBeCopied() {
        assertThat(failedBuild("classic-copy-fails"))
                .isEqualTo(
                        "docker build failed at step 2/2 (COPY nosuch.txt /): COPY failed: file not found in build context"
                                + " or excluded by .dockerignore: stat nosuch.txt: file does not exist");
        assertThat(failedBuild("buildkit-copy-fails"))
                .isEqualTo("docker build failed at step 1/1 (COPY nosuch.txt /): \"/nosuch.txt\" not found: not found");
    }

    @Test
    void saysWhenTheDiskIsFull() {
        commands.on(
                "docker build",
                1,
                "Step 2/2 : COPY orders /\nError processing tar file(exit status 1): write /orders: no space left on device");
        assertThat(message())
                .isEqualTo(
                        "docker build failed at step 2/2 (COPY orders /): Error processing tar file(exit status 1): write"
                                + " /orders: no space left on device; the disk is full where Docker keeps its images: make room, for"
                                + " instance with 'docker system prune', and try again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "buildkit"})
    void saysWhatIsWrongWithTheInput(String builder) {
        assertThat(failedBuild(builder + "-no-dockerfile"))
                .isEqualTo(TRIED_TO_BUILD + "there is no such Dockerfile: create it, or name another one");
        assertThat(failedBuild(builder + "-no-context")).isEqualTo(TRIED_TO_BUILD + "there is no directory nosuchdir");
        assertThat(failedBuild(builder + "-syntax"))
                .isEqualTo(TRIED_TO_BUILD + "the Dockerfile is wrong in line 2: unknown instruction: RUNN");
        assertThat(failedBuild(builder + "-no-instructions"))
                .isEqualTo(TRIED_TO_BUILD + "the Dockerfile has no instructions");
        assertThat(failedBuild(builder + "-no-base"))
                .isEqualTo(TRIED_TO_BUILD
                        + "there is no base image 127.0.0.1:5000/nosuch/base:1: see the FROM lines of the"
                        + " Dockerfile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "buildkit"})
    void saysWhatDoesNotRun(String builder) {
        assertThat(failedBuild(builder + "-base-registry-down"))
                .isEqualTo(TRIED_TO_BUILD
                        + "the registry 127.0.0.1:5999 does not answer (dial tcp 127.0.0.1:5999: connect:"
                        + " connection refused): see that it runs and that its address is right");
        assertThat(failedBuild(builder + "-no-engine"))
                .startsWith(TRIED_TO_BUILD + "no Docker Engine answers at ")
                .endsWith("/nosuch/docker.sock: start it, or name another one in DOCKER_HOST");
    }

    @Test
    void saysThatBuildxIsMissing() {
        assertThat(failedBuild("buildkit-no-buildx"))
                .isEqualTo(TRIED_TO_BUILD
                        + "this docker is told to use BuildKit and has no buildx: install docker-buildx, or"
                        + " unset DOCKER_BUILDKIT");
    }

    @Test
    void saysWhyAPushFails() {
        assertThat(failedPush("push-registry-down"))
                .isEqualTo(
                        TRIED_TO_PUSH + "the registry 127.0.0.1:5999 does not answer (dial tcp 127.0.0.1:5999: connect:"
                                + " connection refused): see that it runs and that its address is right");
        assertThat(failedPush("push-without-login"))
                .isEqualTo(TRIED_TO_PUSH
                        + "the registry wants a login: give it a user name and a password in realms.yaml");
        assertThat(failedPush("push-denied"))
                .isEqualTo(TRIED_TO_PUSH
                        + "the registry does not allow it (denied: requested access to the resource is denied): ask"
                        + " for the right to push there, or use other credentials");
        assertThat(failedPush("push-no-image"))
                .isEqualTo(TRIED_TO_PUSH
                        + "the Docker Engine does not have it: buildx has kept it in a builder of its own;"
                        + " choose the engine's with 'docker buildx use default'");
        assertThat(failedPush("push-server-error"))
                .isEqualTo(TRIED_TO_PUSH
                        + "the registry answered 500 Internal Server Error: see the registry's own log; its"
                        + " disk may be full");
    }

    @Test
    void repeatsDockersLastWordsOfATroubleThatIsNotKnown() {
        commands.on("docker build", 125, "first\nunknown flag: --label");
        assertThat(message()).isEqualTo(TRIED_TO_BUILD + "docker says: unknown flag: --label");
    }

    @Test
    void saysWhyALoginFails() {
        assertThat(failedLogin("login-refused"))
                .isEqualTo(
                        "tried to log in to the registry 127.0.0.1:5000 as ci but it refuses this user name or password:"
                                + " see the registry's credentials");
        assertThat(failedLogin("login-registry-down"))
                .isEqualTo(
                        "tried to log in to the registry 127.0.0.1:5000 as ci but the registry 127.0.0.1:5999 does not"
                                + " answer (dial tcp 127.0.0.1:5999: connect: connection refused): see that it runs and that its"
                                + " address is right");
    }

    private String failedBuild(String recorded) {
        commands.on("docker build", 1, output(recorded));
        return message();
    }

    private String failedPush(String recorded) {
        commands.on("docker build", 0, output("classic-ok")).on("docker push", 1, output(recorded));
        return message();
    }

    private String failedLogin(String recorded) {
        commands.on("mktemp", 0, "/tmp/cerebro-docker.Ab3dE6gH9j")
                .on("tee", 0, "")
                .on("docker context", 1, "")
                .on("docker login", 1, output(recorded))
                .on("rm", 0, "");
        return message(Optional.of(new Login.Password("ci", Secret.of("wrong"))));
    }

    private String message() {
        return message(Optional.empty());
    }

    private String message(Optional<Login.Password> login) {
        ImageException failure = catchThrowableOfType(
                ImageException.class, () -> new Docker(commands, Path.of("/work")).publish(BUILD, login, line -> {}));
        return String.valueOf(failure.getMessage());
    }
}
