package io.cerebro.traffic;

import io.cerebro.http.Unreachable;
import io.cerebro.marathon.App;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Marathon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two load balancers in memory, whose members are the healthy instances of a Marathon. */
public final class FakeRouter implements Router {
    private static final List<String> NAMES = List.of("lb1", "lb2");

    private final Marathon marathon;
    private final Map<String, Share> shares = new HashMap<>();
    private final Map<AppId, List<Server>> lastMembers = new HashMap<>();
    private final Set<String> down = new HashSet<>();
    private final Set<String> silent = new HashSet<>();
    private final List<Share> history = new ArrayList<>();
    private Counts stable = Counts.NONE;
    private Counts canary = Counts.NONE;
    private boolean daemon;
    private boolean asleep;
    private boolean gone;
    private double canaryErrorRate;
    private Latencies stableTimes = Latencies.NONE;
    private Latencies canaryTimes = Latencies.NONE;
    private double canarySlowRate;

    public FakeRouter(Marathon marathon) {
        this.marathon = marathon;
    }

    /** Does not answer until told otherwise. */
    public void down(String balancer, boolean isDown) {
        if (isDown) {
            down.add(balancer);
        } else {
            down.remove(balancer);
        }
    }

    /** The same of one that listens, and may route requests all the while. */
    public void silent(String balancer, boolean isSilent) {
        down(balancer, isSilent);
        if (isSilent) {
            silent.add(balancer);
        } else {
            silent.remove(balancer);
        }
    }

    /** The load balancers are rendered by a daemon from now on. */
    public void hasDaemon() {
        daemon = true;
    }

    /** It does not run. */
    public void daemonGone(boolean isGone) {
        gone = isGone;
    }

    /** It answers, and does nothing. */
    public void daemonAsleep(boolean isAsleep) {
        asleep = isAsleep;
    }

    @Override
    public boolean rendered() {
        return daemon;
    }

    public void canaryErrorRate(double rate) {
        canaryErrorRate = rate;
    }

    /** Answers are timed from now on, and those of the canary take longer than 100 ms at this rate. */
    public void canarySlowRate(double rate) {
        canarySlowRate = rate;
        if (!timed()) {
            stableTimes = canaryTimes = new Latencies(0, List.of(0.1), List.of(0L));
        }
    }

    private boolean timed() {
        return !stableTimes.bounds().isEmpty();
    }

    /** Sends requests, split as the first load balancer's share says. */
    public void requests(AppId service, long requests) {
        long toCanary = requests * share("lb1", service).basisPoints() / 10_000;
        canary = canary.plus(new Counts(toCanary, Math.round(toCanary * canaryErrorRate)));
        stable = stable.plus(new Counts(requests - toCanary, 0));
        if (timed()) {
            canaryTimes = times(canary, canaryTimes.slower().get(0) + Math.round(toCanary * canarySlowRate));
            stableTimes = times(stable, 0);
        }
    }

    private static Latencies times(Counts counts, long slower) {
        return new Latencies(counts.requests(), List.of(0.1), List.of(slower));
    }

    /** Every share that was set, repetitions left out. */
    public List<Share> history() {
        return List.copyOf(history);
    }

    public Share share(String balancer, AppId service) {
        return shares.getOrDefault(balancer + service, Share.OFF);
    }

    @Override
    public void set(AppId service, Share share) {
        if (gone) {
            throw new Unreachable("tried to reach the daemon but nothing accepts connections there");
        }
        if (asleep) {
            return;
        }
        NAMES.stream().filter(name -> !down.contains(name)).forEach(name -> shares.put(name + service, share));
        if (history.isEmpty() || !history.get(history.size() - 1).equals(share)) {
            history.add(share);
        }
        answering();
    }

    @Override
    public RouterView look(AppId service) {
        answering();
        List<Server> stableServers = members(service);
        List<Server> canaryServers = members(service.canary());
        return new RouterView(NAMES.stream()
                .map(name -> new LoadBalancer(
                        name,
                        "1",
                        share(name, service),
                        stableServers,
                        canaryServers,
                        name.equals("lb1") ? new Tally(stable, stableTimes) : Tally.NONE,
                        name.equals("lb1") ? new Tally(canary, canaryTimes) : Tally.NONE))
                .toList());
    }

    /** One that is down listens no longer; one that is silent may route on. */
    @Override
    public Reach reach(AppId service) {
        boolean up = !members(service.canary()).isEmpty();
        return NAMES.stream().map(name -> reach(name, service, up)).reduce(Reach.NONE, Reach::plus);
    }

    private Reach reach(String name, AppId service, boolean up) {
        if (silent.contains(name)) {
            return Reach.unknown(name + ", which does not answer");
        }
        Share share = share(name, service);
        if (down.contains(name) || share.off()) {
            return Reach.NONE;
        }
        return new Reach(true, up ? List.of(name + ", which has " + share) : List.of(), 0);
    }

    private void answering() {
        if (!down.isEmpty()) {
            throw new Unreachable("tried to ask load balancer " + String.join(", ", down) + " but it did not answer");
        }
    }

    private List<Server> members(AppId id) {
        try {
            Optional<App> app = marathon.app(id);
            List<Server> servers = app.stream()
                    .flatMap(live -> live.serving().stream())
                    .map(task -> new Server(
                            task.id(), new Address(task.host(), task.ports().get(0)), true, 0))
                    .toList();
            lastMembers.put(id, servers);
        } catch (Unreachable marathonIsAway) {
            return lastMembers.getOrDefault(id, List.of());
        }
        return lastMembers.get(id);
    }
}
