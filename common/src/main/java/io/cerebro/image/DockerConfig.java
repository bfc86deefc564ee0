package io.cerebro.image;

import io.cerebro.realm.Login;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A throw-away configuration directory of docker, readable by its user alone, that holds one login. It is made and deleted by
 * commands, because it must be where docker runs.
 */
final class DockerConfig implements AutoCloseable {
    private static final Pattern DIRECTORY = Pattern.compile("/\\S*cerebro-docker\\.[A-Za-z0-9]+");
    // a configuration with an entry keeps docker from handing the password to the desktop's keychain
    private static final String EMPTY = "{\"auths\":{\"nowhere.invalid\":{}}}";

    private final Tool tool;
    private final String directory;
    private final Consumer<String> log;

    private DockerConfig(Tool tool, String directory, Consumer<String> log) {
        this.tool = tool;
        this.directory = directory;
        this.log = log;
    }

    static DockerConfig create(Tool tool, Consumer<String> log) throws InterruptedException {
        List<String> output = new ArrayList<>();
        int exit = tool.run(List.of("mktemp", "-d", "-t", "cerebro-docker.XXXXXXXXXX"), output::add);
        String directory = output.isEmpty() ? "" : output.get(output.size() - 1).strip();
        if (exit != 0 || !DIRECTORY.matcher(directory).matches()) {
            throw new ImageException("tried to make a directory for the registry's login but "
                    + (directory.isEmpty() ? "mktemp failed with exit code " + exit : directory)
                    + ": make room in the directory for temporary files, or name another one in TMPDIR");
        }
        return new DockerConfig(tool, directory, log);
    }

    /** Gives a tool that is logged in. */
    Tool login(String registry, Login.Password who) throws InterruptedException {
        tool.run(List.of("tee", directory + "/config.json"), Optional.of(EMPTY), line -> {});
        Tool docker = tool.with(Map.of("DOCKER_CONFIG", directory)).with(engine());
        List<String> output = new ArrayList<>();
        int exit = docker.run(
                List.of("docker", "login", "--username", who.username(), "--password-stdin", registry),
                Optional.of(who.password().reveal()),
                output::add);
        if (exit != 0) {
            throw new ImageException("tried to log in to the registry " + registry + " as " + who.username() + " but "
                    + Trouble.of(output));
        }
        return docker;
    }

    /** The engine of the user's docker context, which a configuration of our own does not know. */
    private Map<String, String> engine() throws InterruptedException {
        List<String> output = new ArrayList<>();
        int exit = tool.run(
                List.of("docker", "context", "inspect", "--format", "{{.Endpoints.docker.Host}}"), output::add);
        return exit == 0 && output.size() == 1 && output.get(0).startsWith("unix://")
                ? Map.of("DOCKER_HOST", output.get(0))
                : Map.of();
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            delete();
        } catch (InterruptedException e) {
            interrupted = true;
            retry();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void retry() {
        try {
            delete();
        } catch (InterruptedException e) {
            warn();
        }
    }

    private void delete() throws InterruptedException {
        try {
            if (tool.run(List.of("rm", "-rf", "--", directory), line -> {}) != 0) {
                warn();
            }
        } catch (ImageException e) {
            warn();
        }
    }

    private void warn() {
        log.accept("could not delete " + directory + ", which holds a login to the registry: delete it by hand");
    }
}
