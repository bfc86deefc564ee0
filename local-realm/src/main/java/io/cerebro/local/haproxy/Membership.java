package io.cerebro.local.haproxy;

import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Address;
import io.cerebro.traffic.haproxy.Stats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps HAProxy's servers at what is wished for: it compares them each time anew, so it does not matter what HAProxy, this
 * process, or somebody at HAProxy's socket has missed or done. One thing happens at a time.
 */
final class Membership {
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final int BATCH = 50;

    private final Haproxy haproxy;
    private final ConfigFile file;
    private final Configuration configuration;
    private final Roster roster;
    private final Clock clock;
    /** Of the configuration that HAProxy runs with; unknown when it was started by an earlier process. */
    private Optional<String> loaded = Optional.empty();

    private Optional<Failure> failure = Optional.empty();

    /** What HAProxy could not be brought to, and when that is worth another try. */
    private record Failure(String skeleton, String message, Instant again) {}

    Membership(HaproxySettings settings, Haproxy haproxy, ConfigFile file, Clock clock) {
        this.haproxy = haproxy;
        this.file = file;
        this.configuration = new Configuration(settings);
        this.roster = new Roster(settings);
        this.clock = clock;
    }

    /** One comparison, and what follows from it. */
    synchronized void turn(Wishes wishes, Consumer<String> problems) {
        Optional<List<Service>> wished = wishes.read().map(new Vetting(problems)::vet);
        boolean runs = haproxy.running().isPresent();
        Stats stats = runs ? stats() : Stats.NONE;
        wished.ifPresent(services -> roster.list(services, stats, problems));
        if (!runs) {
            attempt(this::start);
        }
        wished.ifPresent(services -> follow(services, runs ? stats : stats(), problems));
    }

    /** Not again at once what has just failed, unless something else is wanted now. */
    private void attempt(Consumer<String> action) {
        String wanted = skeleton();
        failure.filter(last -> last.skeleton.equals(wanted) && clock.instant().isBefore(last.again))
                .ifPresent(last -> {
                    throw new HaproxyException(last.message);
                });
        try {
            action.accept(configuration.render(roster.listings(), roster.statsPage()));
            failure = Optional.empty();
            loaded = Optional.of(wanted);
        } catch (HaproxyException | Unreachable e) {
            Instant again = clock.instant().plus(AFTER_FAILURE);
            failure = Optional.of(new Failure(wanted, String.valueOf(e.getMessage()), again));
            throw e;
        }
    }

    private void start(String text) {
        haproxy.objection(file.candidate(text)).ifPresent(why -> {
            throw new HaproxyException("tried to start HAProxy but " + why);
        });
        file.write(text);
        haproxy.start(file.path());
    }

    private void follow(List<Service> services, Stats stats, Consumer<String> problems) {
        roster.see(stats);
        roster.seat(services, clock.instant());
        Stats now = reloadIfNeeded(problems) ? stats() : stats;
        run(Moves.towards(roster.listings(), now));
        keep();
    }

    private String skeleton() {
        return configuration.skeleton(roster.listings(), roster.statsPage());
    }

    /**
     * Waits while an instance leaves: the requests that it is finishing are counted in the worker that would be replaced. What
     * can be done without the reload is done although it fails.
     */
    private boolean reloadIfNeeded(Consumer<String> problems) {
        if (loaded.equals(Optional.of(skeleton())) || roster.anyLeaving()) {
            return false;
        }
        try {
            attempt(this::reload);
            return true;
        } catch (HaproxyException | Unreachable e) {
            problems.accept(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void reload(String text) {
        haproxy.objection(file.candidate(text)).ifPresent(why -> {
            throw new HaproxyException("tried to reload HAProxy with " + file.path()
                    + ".new but it would not take it, and serves on as before: " + why);
        });
        Optional<String> before = file.read();
        file.write(text);
        try {
            haproxy.reload();
        } catch (HaproxyException | Unreachable e) {
            before.ifPresent(file::write);
            throw e;
        }
    }

    /** The file follows what was changed at run time; it never has what HAProxy has not loaded. */
    private void keep() {
        if (!loaded.equals(Optional.of(skeleton()))) {
            return;
        }
        String text = configuration.render(roster.listings(), roster.statsPage());
        if (!file.read().equals(Optional.of(text))) {
            file.write(text);
        }
    }

    private void run(List<String> commands) {
        List<String> refused = new ArrayList<>();
        for (int from = 0; from < commands.size(); from += BATCH) {
            List<String> batch = commands.subList(from, Math.min(from + BATCH, commands.size()));
            List<String> answers = haproxy.admin().ask(batch);
            for (int i = 0; i < batch.size(); i++) {
                if (!done(answers.get(i).strip())) {
                    refused.add("'" + batch.get(i) + "' but it answered '"
                            + answers.get(i).strip() + "'");
                }
            }
        }
        if (!refused.isEmpty()) {
            throw new HaproxyException("tried to change HAProxy with " + String.join("; with ", refused));
        }
    }

    private static boolean done(String answer) {
        return answer.isEmpty() || answer.endsWith("by 'stats socket command'");
    }

    private Stats stats() {
        return Stats.parse(haproxy.admin().ask("show stat"));
    }

    /** An instance on its way out. */
    record Leaver(Pool pool, Slot slot, Address instance) {}

    synchronized Optional<Leaver> find(AppId app, Address instance) {
        return roster.poolOf(app).flatMap(pool -> pool.find(instance).map(slot -> new Leaver(pool, slot, instance)));
    }

    /** Stops new requests to it, unless another instance is on its way and none is up yet. */
    synchronized boolean release(Leaver leaver, boolean anyway) {
        if (!leaver.slot().holds(leaver.instance())) {
            return true;
        }
        roster.see(stats());
        boolean wait =
                leaver.pool().othersComing(leaver.slot()) && !leaver.pool().othersUp(leaver.slot());
        if (wait && !anyway) {
            return false;
        }
        leaver.slot().leave();
        run(List.of(Moves.drain(leaver.pool(), leaver.slot())));
        return true;
    }

    /**
     * Whether no worker has a request under way there, and none from before a reload is left: its clients that keep their
     * connections could still send one.
     */
    synchronized boolean idle(Address instance) {
        return haproxy.processes().leaving().isEmpty()
                && stats().rows().stream()
                        .filter(row -> row.isServer() && row.address().equals(instance))
                        .allMatch(row -> row.sessions() == 0);
    }

    synchronized void vacate(Leaver leaver) {
        if (leaver.slot().holds(leaver.instance())) {
            leaver.slot().clear();
            run(List.of(Moves.maintain(leaver.pool(), leaver.slot())));
            keep();
        }
    }
}
