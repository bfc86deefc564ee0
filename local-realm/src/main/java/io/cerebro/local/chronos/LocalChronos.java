package io.cerebro.local.chronos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.cerebro.local.marathon.CannotStart;
import io.cerebro.local.marathon.Neighbour;
import io.cerebro.local.task.Runner;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Chronos 3 on this machine, as far as jobs see it. */
public final class LocalChronos implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalChronos.class);

    private final HttpServer server;
    private final Scheduler scheduler;
    private final ScheduledExecutorService time;
    private final ExecutorService requests;

    private LocalChronos(
            HttpServer server, Scheduler scheduler, ScheduledExecutorService time, ExecutorService requests) {
        this.server = server;
        this.scheduler = scheduler;
        this.time = time;
        this.requests = requests;
    }

    /**
     * How it is set up.
     *
     * @param port 0 for any free one
     * @param prefix {@code /v1/scheduler}, or {@code /scheduler} to be a Chronos 2
     * @param authorization the header that every request must carry
     * @param state where it remembers jobs and tasks over a restart
     */
    public record Config(
            String address, int port, String prefix, Optional<String> authorization, Path state, Clock clock) {}

    /**
     * Starts serving, with the jobs and tasks of the time before. The runner stays the caller's, who closes it after this.
     *
     * @throws CannotStart when the port is taken, or the state cannot be used
     */
    public static LocalChronos start(Config config, Runner runner, Room room) {
        HttpServer server = open(config);
        try {
            Path file = config.state().resolve("chronos.json");
            Scheduler scheduler =
                    new Scheduler(runner, room, config.address(), config.clock(), state -> keep(file, state));
            scheduler.resume(load(file));
            ExecutorService requests = Executors.newFixedThreadPool(8, LocalChronos::daemon);
            server.createContext("/", new ChronosApi(scheduler, config.prefix(), config.authorization()));
            server.setExecutor(requests);
            server.start();
            ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor(LocalChronos::daemon);
            var unused = time.scheduleWithFixedDelay(() -> tick(scheduler), 0, 500, TimeUnit.MILLISECONDS);
            return new LocalChronos(server, scheduler, time, requests);
        } catch (RuntimeException e) {
            server.stop(0);
            throw e;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "local-chronos");
        thread.setDaemon(true);
        return thread;
    }

    private static void tick(Scheduler scheduler) {
        try {
            scheduler.tick();
        } catch (RuntimeException e) {
            LOG.error("The local Chronos stumbled; it goes on", e);
        }
    }

    private static HttpServer open(Config config) {
        try {
            Files.createDirectories(config.state());
            return HttpServer.create(new InetSocketAddress(config.address(), config.port()), 0);
        } catch (IOException e) {
            throw new CannotStart(
                    "tried to serve Chronos's API at " + config.address() + ":" + config.port() + " but "
                            + e.getMessage() + ": stop what listens there, or choose another port in chronos.urls",
                    e);
        }
    }

    private static Optional<JsonNode> load(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Json.read(Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException e) {
            throw new CannotStart(
                    "tried to read the local Chronos's state from " + file
                            + " but it is no JSON: remove the file to start with no jobs",
                    e);
        }
    }

    /** For this user only, because a job's environment may hold secrets; replaced as a whole. */
    private static void keep(Path file, ObjectNode state) {
        Path next = file.resolveSibling("chronos.json.next");
        try {
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(next, Json.bytes(state));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.error(
                    "Tried to save the jobs to {} but {}: free some disk space, or a restart will miss them", file, e);
        }
    }

    /** Of its API. */
    public URI url() {
        return URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort());
    }

    /** Its tasks, to be shown where a Mesos agent shows them. */
    public Neighbour neighbour() {
        return scheduler;
    }

    /** Forgets all jobs; whoever has the runner ends their tasks. */
    public void clear() {
        scheduler.clear();
    }

    /** Stops serving. The tasks run on, and the next start takes them over. */
    @Override
    public void close() {
        time.shutdownNow();
        server.stop(0);
        requests.shutdownNow();
    }
}
