package io.cerebro.local;

import io.cerebro.http.Unreachable;
import io.cerebro.local.haproxy.Service;
import io.cerebro.realm.Outside;
import io.cerebro.realm.OutsideService;
import io.cerebro.traffic.Address;
import io.cerebro.zookeeper.RegisteredServers;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the servers of the services outside Marathon. While ZooKeeper does not answer, they stay as they were known last. */
final class OutsideWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideWatch.class);

    private final Outside outside;
    private final Consumer<List<Service>> listener;
    private final Map<URI, List<String>> known = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread watch = new Thread(task, "outside");
        watch.setDaemon(true);
        return watch;
    });
    private String lastProblem = "";

    private OutsideWatch(Outside outside, Consumer<List<Service>> listener) {
        this.outside = outside;
        this.listener = listener;
    }

    /** @param every how often ZooKeeper is asked */
    static OutsideWatch start(Outside outside, Duration every, Consumer<List<Service>> listener) {
        OutsideWatch watch = new OutsideWatch(outside, listener);
        if (!outside.services().isEmpty()) {
            watch.thread.scheduleWithFixedDelay(watch::lookOrSay, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        }
        return watch;
    }

    /** What is thrown here would end the watch for good. */
    private void lookOrSay() {
        try {
            look();
        } catch (RuntimeException e) {
            tell("the services outside Marathon stay as they were: " + e.getMessage());
        }
    }

    private void look() {
        List<String> problems = new ArrayList<>();
        List<Service> services = new ArrayList<>();
        outside.services().forEach((name, service) -> {
            List<String> servers = service.zooKeeper()
                    .map(where -> registered(where, problems))
                    .orElse(service.servers());
            boolean tcp = service.mode() == OutsideService.Mode.TCP;
            services.add(Service.outside(
                    name,
                    service.port(),
                    tcp,
                    servers.stream().map(OutsideWatch::address).collect(Collectors.toSet())));
        });
        listener.accept(services);
        tell(String.join("; and ", problems));
    }

    private List<String> registered(URI where, List<String> problems) {
        try {
            RegisteredServers.Found found = new RegisteredServers(where, OutsideService::isServer).find();
            found.odd().forEach(id -> problems.add(id + " at " + where + " is no server's registration"));
            known.put(where, found.servers());
        } catch (Unreachable e) {
            problems.add(e.getMessage() + "; its servers stay as they were");
        }
        return known.getOrDefault(where, List.of());
    }

    private static Address address(String server) {
        int colon = server.lastIndexOf(':');
        return Address.resolved(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)));
    }

    private void tell(String problem) {
        if (!thread.isShutdown() && !problem.isEmpty() && !problem.equals(lastProblem)) {
            LOG.warn("{}", problem);
        }
        lastProblem = problem;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
