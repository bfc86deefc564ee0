package io.cerebro.cli;

import io.cerebro.gate.SequentialJudge;
import io.cerebro.http.Credentials;
import io.cerebro.http.Remote;
import io.cerebro.http.Timeouts;
import io.cerebro.local.haproxy.Rotation;
import io.cerebro.local.haproxy.Service;
import io.cerebro.local.marathon.LocalMarathon;
import io.cerebro.local.marathon.LocalMarathonConfig;
import io.cerebro.local.task.Runner;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.HttpEvents;
import io.cerebro.marathon.HttpMarathon;
import io.cerebro.marathon.Marathon;
import io.cerebro.release.World;
import io.cerebro.traffic.Address;
import io.cerebro.traffic.Reach;
import io.cerebro.traffic.Router;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Share;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A local Marathon without traffic, reached over HTTP, and a count of what it is asked. */
final class BenchRealm implements AutoCloseable {
    private final Runner tasks;
    private final LocalMarathon marathon;
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpEvents events;
    private final World world;

    /** Whose tasks are simulated. */
    BenchRealm(Path directory) {
        this(directory, new SimulatedTasks());
    }

    BenchRealm(Path directory, Runner tasks) {
        this.tasks = tasks;
        LocalMarathonConfig config =
                LocalMarathonConfig.at("127.0.0.72", directory).withPorts(0, 0).withCapacity(100_000, 10_000_000);
        marathon = LocalMarathon.start(config, tasks, new SimulatedTasks.Unchecked(), new NoRotation());
        Remote remote = new Remote(List.of(url()), Credentials.none(), Timeouts.DEFAULT);
        events = HttpEvents.connect(remote);
        world = new World(
                counted(new HttpMarathon(remote)),
                new NoRouter(),
                new SequentialJudge(),
                (host, task, lines) -> List.of(),
                Clock.systemUTC());
    }

    /** Each method is one request. */
    private Marathon counted(Marathon real) {
        return (Marathon) Proxy.newProxyInstance(
                Marathon.class.getClassLoader(), new Class<?>[] {Marathon.class}, (proxy, method, arguments) -> {
                    requests.incrementAndGet();
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException refused) {
                        throw refused.getCause();
                    }
                });
    }

    String url() {
        return marathon.url().toString();
    }

    HttpEvents events() {
        return events;
    }

    World world() {
        return world;
    }

    /** Since the last time, the one of the event stream not among them. */
    int requests() {
        return requests.getAndSet(0);
    }

    @Override
    public void close() {
        events.close();
        marathon.close();
        tasks.clear();
        tasks.close();
    }

    /** Apps without ports have no traffic. */
    private static final class NoRouter implements Router {
        @Override
        public void set(AppId service, Share share) {}

        @Override
        public RouterView look(AppId service) {
            return new RouterView(List.of());
        }

        @Override
        public Reach reach(AppId service) {
            return Reach.NONE;
        }
    }

    private static final class NoRotation implements Rotation {
        @Override
        public void apply(List<Service> services) {}

        @Override
        public void leave(AppId app, Address instance) {}

        @Override
        public void close() {}
    }
}
