package io.cerebro.image;

import io.cerebro.realm.Login;
import io.cerebro.realm.Mask;
import io.cerebro.realm.Secret;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Builds, pushes and pins images with the docker command line, by the classic builder or by BuildKit.
 *
 * <p>With credentials, docker runs with a configuration directory of its own, which is deleted at the end: nothing in the
 * user's {@code ~/.docker} is changed, and nothing but the engine's address is read from it.
 */
public final class Docker {
    // plain lines of progress; and one manifest instead of an index, which not every Mesos can run
    private static final Map<String, String> PLAIN =
            Map.of("BUILDKIT_PROGRESS", "plain", "BUILDX_NO_DEFAULT_ATTESTATIONS", "1", "DOCKER_CLI_HINTS", "false");

    private final Commands commands;
    private final Path workspace;

    /**
     * Runs docker by these commands.
     *
     * @param workspace an existing directory where the commands run; a build's relative paths are in it
     */
    public Docker(Commands commands, Path workspace) {
        this.commands = commands;
        this.workspace = workspace;
    }

    /**
     * Builds the image, pushes it, and answers what the registry calls it.
     *
     * @param login to the registry of the image's name
     * @param log is given each line that docker prints, without the secrets
     * @throws ImageException if it cannot be built or pushed
     * @throws InterruptedException after docker has been ended
     */
    public PinnedImage publish(ImageBuild build, Optional<Login.Password> login, Consumer<String> log)
            throws InterruptedException {
        Tool tool = new Tool(commands, workspace, PLAIN, mask(build, login));
        if (login.isEmpty()) {
            return publish(build, tool, log);
        }
        try (DockerConfig config = DockerConfig.create(tool, log)) {
            return publish(build, config.login(build.name().registry(), login.get()), log);
        }
    }

    private static PinnedImage publish(ImageBuild build, Tool tool, Consumer<String> log) throws InterruptedException {
        Optional<String> id = new BuildCommand(build, tool).run(log);
        return new PushCommand(build, tool).run(id, log);
    }

    private static Mask mask(ImageBuild build, Optional<Login.Password> login) {
        return Mask.of(Stream.concat(
                        build.options().secretArgs().values().stream(),
                        login.stream().map(Login.Password::password))
                .map(Secret::reveal));
    }
}
