package io.cerebro.local.task;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Runs a task as a Docker container if its definition has one, else as a plain process. */
public final class Runners implements Runner {
    private final Runner containers;
    private final Runner processes;

    Runners(Runner containers, Runner processes) {
        this.containers = containers;
        this.processes = processes;
    }

    /**
     * Needs no Docker on this machine until a container is asked for; but where there is one, it has to answer.
     *
     * @param realm in lower-case letters, digits and hyphens; its containers carry the label {@code cerebro.realm}
     * @param state the realm's own directory; what tasks wrote is kept there under {@code sandbox/}
     */
    public static Runners of(String realm, Path state) {
        Sandboxes sandboxes = new Sandboxes(state.resolve("sandbox"));
        Docker docker = new DockerCommand();
        Containers containers = new Containers(docker, realm, state);
        Hands hands = new Hands(Timer.real("docker-timer"));
        return new Runners(
                new DockerRunner(docker, containers, sandboxes, hands, Patience.USUAL), new ProcessRunner(sandboxes));
    }

    @Override
    public void listen(Consumer<TaskUpdate> listener) {
        containers.listen(listener);
        processes.listen(listener);
    }

    @Override
    public void launch(Launch launch) {
        (contained(launch) ? containers : processes).launch(launch);
    }

    @Override
    public void kill(String taskId, Duration grace) {
        containers.kill(taskId, grace);
        processes.kill(taskId, grace);
    }

    /** Containers first: only they can fail, and what has been said of a process's end is not said again. */
    @Override
    public Set<String> adopt(Collection<Launch> launches) {
        Set<String> adopted = new HashSet<>(
                containers.adopt(launches.stream().filter(Runners::contained).toList()));
        adopted.addAll(processes.adopt(
                launches.stream().filter(launch -> !contained(launch)).toList()));
        return adopted;
    }

    @Override
    public byte[] log(String taskId, Stream stream) {
        return containers.log(taskId, stream);
    }

    @Override
    public void clear() {
        processes.clear();
        containers.clear();
    }

    @Override
    public void close() {
        processes.close();
        containers.close();
    }

    private static boolean contained(Launch launch) {
        return launch.definition().image().isPresent();
    }
}
