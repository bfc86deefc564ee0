package io.cerebro.local.marathon;

import io.cerebro.local.haproxy.Rotation;
import io.cerebro.local.task.Checks;
import io.cerebro.local.task.Runner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;

/** A Marathon 1.11 on this machine, and the Mesos agent below it, as far as a deployment sees them. */
public final class LocalMarathon implements AutoCloseable {
    private final Core core;
    private final HttpPort marathon;
    private final HttpPort agent;
    private final AgentApi agentApi;
    private final Runnable end;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LocalMarathon(Core core, HttpPort marathon, HttpPort agent, AgentApi agentApi, Runnable end) {
        this.core = core;
        this.agentApi = agentApi;
        this.marathon = marathon;
        this.agent = agent;
        this.end = end;
    }

    /**
     * Starts serving, with the apps, tasks and deployments of the time before, if there was one.
     *
     * <p>The runner, the checks and the rotation stay the caller's, who closes them after this.
     *
     * @throws CannotStart when a port is taken, the state directory cannot be used, or the tasks cannot be taken over
     */
    public static LocalMarathon start(LocalMarathonConfig config, Runner runner, Checks checks, Rotation rotation) {
        ExecutorService kills = Executors.newCachedThreadPool(Daemons.named("kill"));
        Loop loop = new ThreadLoop(config.clock());
        Runnable end = () -> {
            kills.shutdownNow();
            loop.close();
        };
        try {
            return start(config, loop, new Seams(runner, checks, rotation, kills), bindable(config.address()), end);
        } catch (RuntimeException e) {
            end.run();
            throw e;
        }
    }

    static LocalMarathon start(
            LocalMarathonConfig config, Loop loop, Seams seams, IntPredicate bindable, Runnable end) {
        HttpPort marathon = HttpPort.open("Marathon's API", config.address(), config.port());
        try {
            HttpPort agent = HttpPort.open("the Mesos agent's API", config.address(), config.agentPort());
            try {
                Core core = Core.start(config, loop, seams, bindable);
                marathon.serve(new MarathonApi(core, new Doorkeeper(config.credentials()), marathon.authority()));
                AgentApi agentApi = new AgentApi(core, config);
                agent.serve(agentApi);
                return new LocalMarathon(core, marathon, agent, agentApi, end);
            } catch (RuntimeException e) {
                agent.close();
                throw e;
            }
        } catch (RuntimeException e) {
            marathon.close();
            throw e;
        }
    }

    private static IntPredicate bindable(String address) {
        return port -> {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
                return true;
            } catch (IOException e) {
                return false;
            }
        };
    }

    /** Of Marathon's API. */
    public URI url() {
        return URI.create("http://" + marathon.authority());
    }

    /** Of the Mesos agent's API, where the tasks' output is. */
    public URI agentUrl() {
        return URI.create("http://" + agent.authority());
    }

    /** Takes room for a task that is not Marathon's; whether there is enough. */
    public boolean take(String taskId, double cpus, double mem) {
        return core.turns.look(() -> core.books.agent().take(taskId, cpus, mem));
    }

    /** Gives it back. */
    public void giveBack(String taskId) {
        core.turns.insist(() -> core.books.agent().release(taskId));
    }

    /** Shows somebody else's tasks, too, where a Mesos agent and master show theirs. */
    public void show(Neighbour neighbour) {
        agentApi.show(neighbour);
    }

    Core core() {
        return core;
    }

    /** Ends all tasks and forgets all apps; goes on serving. */
    public void clear() {
        core.clear();
    }

    /** Stops serving. The tasks run on, and the next start takes them over. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        marathon.close();
        agent.close();
        core.close();
        end.run();
    }
}
