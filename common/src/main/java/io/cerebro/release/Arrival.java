package io.cerebro.release;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cerebro.marathon.App;
import io.cerebro.marathon.Change;
import io.cerebro.marathon.Deployment;
import io.cerebro.realm.LockPolicy;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.RouterView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Instances on their way to serving. They have arrived when it is true in Marathon (no deployment open, every instance of our
 * configuration healthy and ready, none of another) and then on every load balancer (they are UP, and no others).
 *
 * @param until when to give up
 * @param sent whether Marathon has been asked to change anything
 * @param serving once it is true in Marathon
 * @param locks deployments that hold the app
 * @param pulse of the router, felt before instances that it knows are ended
 */
record Arrival(Instant until, boolean sent, Optional<Serving> serving, Locks locks, Pulse pulse, Sighting sighting) {
    static Arrival by(Instant until) {
        return new Arrival(until, false, Optional.empty(), Locks.NONE, Pulse.NONE, Sighting.NONE);
    }

    /** Of an app that is there already, and ours. */
    Arrival found() {
        return new Arrival(until, true, serving, locks, pulse, sighting);
    }

    @JsonIgnore
    boolean arrived() {
        return serving.filter(Serving::confirmed).isPresent();
    }

    int instances() {
        return serving.map(Serving::addresses)
                .map(addresses -> addresses.size())
                .orElse(0);
    }

    Duration every() {
        if (pulse.underWay()) {
            return Duration.ofMillis(200);
        }
        if (locks.fresh() || (!sent && locks.isEmpty())) {
            return Duration.ZERO;
        }
        return serving.isPresent() ? Duration.ofSeconds(1) : Duration.ofSeconds(10);
    }

    /** One look, at Marathon or at the router, and at most one request that changes anything. */
    Arrival next(World world, Wanted wanted, Duration healthy) {
        if (serving.isPresent()) {
            return inRotation(serving.get(), world, wanted);
        }
        Optional<App> live = world.marathon().app(wanted.id());
        boolean same = live.filter(app -> !wanted.replaced(app)).isPresent();
        Sighting first = sighting.first(live, same);
        Arrival looked = new Arrival(until, sent, serving, locks, pulse, first);
        return looked.next(world, wanted, live, world.now().plus(healthy));
    }

    private Arrival next(World world, Wanted wanted, Optional<App> live, Instant deadline) {
        if (live.isPresent() && (wanted.carriedBy(live.get()) || (sent && !wanted.replaced(live.get())))) {
            return seen(live.get(), world);
        }
        if (sent) {
            // What was asked for once is not asked for again over somebody else's wish.
            return hopeless("somebody else has changed or removed " + wanted.id() + " meanwhile");
        }
        if (wanted.created() && live.isPresent()) {
            return hopeless(Labels.holder(live.get()));
        }
        boolean ours = live.filter(wanted::undoes).isPresent();
        List<Deployment> open = locks.open(world.marathon());
        Locks.Holder holder = Locks.holder(open, wanted.id(), ours);
        if (holder == Locks.Holder.ANOTHER) {
            return heldBy(locks.waitedFor(open, live), wanted.patient() ? LockPolicy.WAIT : world.locks());
        }
        Optional<Duration> proof =
                wanted.proof().filter(any -> live.filter(wanted::replaced).isPresent());
        Pulse felt =
                proof.map(within -> pulse.next(wanted.service(), world, within)).orElse(pulse);
        if (proof.isPresent() && !felt.felt()) {
            return proving(felt, world.now());
        }
        boolean force = holder == Locks.Holder.OURSELVES;
        return answered(wanted.send(world.marathon(), live, force), deadline);
    }

    private Arrival hopeless(String because) {
        return new Arrival(until, sent, Optional.empty(), locks, pulse, sighting.withoutHope(because));
    }

    private Arrival heldBy(Locks holding, LockPolicy policy) {
        return policy == LockPolicy.WAIT
                ? waitingFor(holding)
                : hopeless(holding + " holds the app, and this realm does not wait for locks");
    }

    private Arrival proving(Pulse now, Instant at) {
        String lacking = now.missing().isEmpty() ? "" : ": " + now.missing();
        return now.late(at)
                ? hopeless("what renders the load balancers' configuration does not follow any more" + lacking)
                : new Arrival(
                        until,
                        sent,
                        serving,
                        locks,
                        now,
                        sighting.saying("making sure that the router follows" + lacking));
    }

    private Arrival answered(Change change, Instant deadline) {
        if (change instanceof Change.Locked locked) {
            return waitingFor(Locks.of(locked.deployments()));
        }
        if (change instanceof Change.Exists) {
            return new Arrival(
                    until, sent, Optional.empty(), locks, pulse, sighting.saying("looking whose canary it is"));
        }
        Sighting started = sighting.saying("Marathon has started the deployment");
        return new Arrival(deadline, true, Optional.empty(), Locks.NONE, Pulse.NONE, started);
    }

    private Arrival waitingFor(Locks holding) {
        Sighting held = sighting.saying("waiting for " + holding + ", which holds the app");
        return new Arrival(until, sent, Optional.empty(), holding, Pulse.NONE, held);
    }

    private Arrival seen(App app, World world) {
        Optional<Serving> settled = app.settled() ? Optional.of(Serving.of(app, world.now())) : Optional.empty();
        Optional<String> waiting = Waiting.stalls(app, sighting.up())
                ? Waiting.why(app, world.marathon().queue())
                : Optional.empty();
        return new Arrival(until, true, settled, Locks.NONE, pulse, sighting.of(app, waiting, world.now()));
    }

    private Arrival inRotation(Serving instances, World world, Wanted wanted) {
        String missing;
        try {
            RouterView view = world.router().look(wanted.service());
            if (instances.in(view, wanted.canary())) {
                return new Arrival(until, sent, Optional.of(instances.confirm()), locks, pulse, sighting);
            }
            missing = instances.missing(view, wanted.canary());
        } catch (RouterException e) {
            missing = String.valueOf(e.getMessage());
        }
        Optional<Serving> still = serving.filter(word -> !word.stale(world.now()));
        return new Arrival(until, sent, still, locks, pulse, sighting.saying(missing));
    }
}
