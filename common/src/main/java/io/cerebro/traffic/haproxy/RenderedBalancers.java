package io.cerebro.traffic.haproxy;

import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import io.cerebro.traffic.LoadBalancer;
import io.cerebro.traffic.Reach;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Every HAProxy whose configuration a daemon renders from one of our templates, read by a stats socket of
 * level {@code operator} at least, since others are not told addresses. Their shares are the daemon's to change.
 */
public final class RenderedBalancers {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final List<Observed> balancers;
    private final Rendering rendering;

    public RenderedBalancers(List<Observed> balancers) {
        this(balancers, Rendering.OURS);
    }

    public RenderedBalancers(List<Observed> balancers, Rendering rendering) {
        if (balancers.isEmpty()) {
            throw new IllegalArgumentException("a realm needs at least one load balancer");
        }
        this.balancers = List.copyOf(balancers);
        this.rendering = rendering;
    }

    /**
     * Reads all of them.
     *
     * @throws io.cerebro.http.Unreachable naming the one that does not answer
     * @throws RouterException naming the one that does not know the service, or its share
     */
    public RouterView look(AppId service) {
        return new RouterView(
                balancers.stream().map(balancer -> look(balancer, service)).toList());
    }

    /** Whether requests can still get to the service's canary. */
    public Reach reach(AppId service) {
        return balancers.stream()
                .map(balancer -> socket(balancer)
                        .reach(
                                balancer.name(),
                                () -> read(balancer, service).reach(service, stats -> share(balancer, stats, service))))
                .reduce(Reach.NONE, Reach::plus);
    }

    /**
     * Before a daemon is told: takes the canary's servers out of rotation at once where the canary is to be off, so that it is
     * off even where the daemon does not do its work; and lets them in again where this very share is in the configuration that
     * HAProxy runs with. Needs a stats socket of level {@code admin}: elsewhere, and where there is no answer, it does nothing.
     */
    public void hurry(AppId service, Share share) {
        for (Observed balancer : balancers) {
            try {
                List<String> commands = commands(read(balancer, service).stats(), service, share);
                if (!commands.isEmpty()) {
                    socket(balancer).ask(commands);
                }
            } catch (Unreachable | RouterException seenAtTheNextLook) {
                // the daemon may still get through to it
            }
        }
    }

    private static List<String> commands(Stats stats, AppId service, Share share) {
        boolean in = !share.off()
                && RenderedShare.of(stats, service).filter(share::equals).isPresent();
        String backend = Backends.canary(service);
        return stats.servers(backend).stream()
                .filter(row -> !row.isBackup())
                .filter(row -> share.off() ? row.up() : in && row.drained())
                .map(row -> "set server " + backend + "/" + row.name() + " state " + (in ? "ready" : "drain"))
                .toList();
    }

    /**
     * Asks each of them, and changes nothing.
     *
     * @throws Unreachable naming the one that does not answer
     * @throws RouterException naming the one that is no HAProxy, or whose socket is of level {@code user}
     */
    public void check() {
        balancers.forEach(RenderedBalancers::check);
    }

    private static void check(Observed balancer) {
        List<String> commands = new ArrayList<>(Reading.COMMANDS);
        commands.add("show cli level");
        List<String> answers = socket(balancer).ask(commands);
        Reading.of(balancer, answers);
        if (answers.get(Reading.COMMANDS.size()).strip().equals("user")) {
            throw new RouterException(balancer.named() + " shows no addresses of servers at " + balancer.socket()
                    + ", because this 'stats socket' is of level user: give it the level operator, or admin");
        }
    }

    private LoadBalancer look(Observed balancer, AppId service) {
        Reading reading = read(balancer, service);
        Timings timings = Timings.ask(socket(balancer), reading.stats(), service);
        return reading.view(service, stats -> share(balancer, stats, service), timings);
    }

    private Reading read(Observed balancer, AppId service) {
        return read(balancer).as(rendering, service);
    }

    private static Reading read(Observed balancer) {
        return Reading.of(balancer, socket(balancer).ask(Reading.COMMANDS));
    }

    private static StatsSocket socket(Observed balancer) {
        return new StatsSocket(balancer.named(), balancer.socket(), TIMEOUT);
    }

    private Share share(Observed balancer, Stats stats, AppId service) {
        return RenderedShare.of(stats, service)
                .or(rendering::untold)
                .orElseThrow(() -> new RouterException(balancer.named() + " has no backend that tells the share of "
                        + service + ", such as share_" + service.name()
                        + "_plain_0: render its configuration from the template that Cerebro ships"));
    }
}
