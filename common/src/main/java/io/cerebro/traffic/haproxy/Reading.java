package io.cerebro.traffic.haproxy;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.LoadBalancer;
import io.cerebro.traffic.Reach;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.Server;
import io.cerebro.traffic.Share;
import io.cerebro.traffic.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What one HAProxy answered to {@code show info} and {@code show stat}.
 *
 * @param source who answered
 */
record Reading(Observed source, String info, Stats stats) {
    static final List<String> COMMANDS = List.of("show info", "show stat");

    /** @param answers to {@link #COMMANDS}, and to others that came after */
    static Reading of(Observed source, List<String> answers) {
        try {
            return new Reading(source, answers.get(0), Stats.parse(answers.get(1)));
        } catch (IllegalArgumentException e) {
            throw new RouterException(source.named() + " answered '"
                    + answers.get(1).lines().findFirst().orElse("") + "' to 'show stat' at " + source.socket()
                    + ": check that this is HAProxy's stats socket");
        }
    }

    /** @param share asked only for a service that is known here */
    LoadBalancer view(AppId app, Function<Stats, Share> share, Timings timings) {
        ServiceStats service = new ServiceStats(stats, app);
        if (!service.known()) {
            throw new RouterException(source.named() + " has no backend " + Backends.stable(app)
                    + ", so it does not know the service " + app
                    + ": check that the app runs, that it has a service port, and that what renders this HAProxy's"
                    + " configuration has seen it");
        }
        return new LoadBalancer(
                source.name(),
                epoch(),
                share.apply(stats),
                service.stable(),
                service.canary(),
                new Tally(service.stableCounts(), timings.stable()),
                new Tally(service.canaryCounts(), timings.canary()));
    }

    /**
     * Whether this one routes requests to the canary: a share alone does not, without a server that is up.
     *
     * @param share as {@link #view} takes it
     */
    Reach reach(AppId app, Function<Stats, Share> share) {
        List<Server> canary = new ServiceStats(stats, app).canary();
        int sessions = canary.stream().mapToInt(Server::sessions).sum();
        boolean up = canary.stream().anyMatch(Server::up);
        try {
            Share now = share.apply(stats);
            List<String> open = up && !now.off() ? List.of(source.name() + ", which has " + now) : List.of();
            return new Reach(!now.off(), open, sessions);
        } catch (RouterException unknown) {
            return up ? Reach.unknown(String.valueOf(unknown.getMessage())) : new Reach(false, List.of(), sessions);
        }
    }

    /** Both change at a reload, and a restart could get the same process id. */
    private String epoch() {
        List<String> parts = new ArrayList<>();
        info.lines()
                .filter(line -> line.startsWith("Pid: ") || line.startsWith("Start_time_sec: "))
                .forEach(line -> parts.add(line.substring(line.indexOf(' ') + 1)));
        return String.join("@", parts);
    }
}
