package io.cerebro.release;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cerebro.http.Unreachable;
import io.cerebro.marathon.MarathonException;
import io.cerebro.traffic.RouterException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A release and how far it has got: all that a driver keeps. Immutable; {@link ReleaseJson} writes and reads it.
 *
 * <p>A driver calls {@link #next} until {@link #outcome} is there, and decides when to look again: on an event of Marathon's,
 * or after {@link #every} at the latest.
 */
public record Progress(Release release, Phase phase, Instant stageBegan, Optional<Trouble> trouble, List<Lap> laps) {
    public Progress {
        laps = List.copyOf(laps);
    }

    /** Continues a release that another driver began with the same definition, or begins one. */
    public static Progress start(Release release) {
        Instant now = release.startedAt();
        Starting starting = new Starting(now.plus(release.settings().healthy()));
        return new Progress(release, starting, now, Optional.empty(), List.of());
    }

    /** Begins to scale a service; the release only names it. */
    public static Progress scale(Release release, Size wish) {
        Instant now = release.startedAt();
        Sizing sizing = new Sizing(wish, now.plus(release.settings().healthy()));
        return new Progress(release, sizing, now, Optional.empty(), List.of());
    }

    /** Looks once, acts at most once. Throws nothing that the world does: trouble is waited out, or turns the release back. */
    public Progress next(World world) {
        Instant now = world.now();
        try {
            Phase looked = phase.next(release, world);
            return seen(looked).to(judged(looked, world), now);
        } catch (Unreachable e) {
            return troubled(e, world);
        } catch (MarathonException | RouterException e) {
            return refused(sentence(e), now);
        } catch (RuntimeException defect) {
            return refused("a defect of Cerebro's, please report it: " + defect, now);
        }
    }

    /** Turns back, for a person or a CI server that asks for it. On the way back already, nothing changes. */
    public Progress abort(String because, Instant now) {
        return phase.leaving() ? this : to(phase.giveUp(release, new Reason(because), now), now);
    }

    /** A person takes the canary on where the gate does not know. A canary that fails is rolled back all the same. */
    public Progress approve(String by) {
        return phase instanceof Observing observing
                ? new Progress(release, observing.approved(by), stageBegan, trouble, laps)
                : this;
    }

    /** A stage that turns back leaves behind what it turned back for, and not what the look before had shown. */
    private Progress seen(Phase looked) {
        boolean sameStage = looked.stage().equals(phase.stage());
        return sameStage ? new Progress(release, looked, stageBegan, trouble, laps) : this;
    }

    private Phase judged(Phase looked, World world) {
        Instant now = world.now();
        if (looked.hopeless().isPresent()) {
            return looked.giveUp(release, new Reason(looked.hopeless().get(), looked.evidence(world)), now);
        }
        if (now.isBefore(looked.until())) {
            return looked;
        }
        return looked.giveUp(release, new Reason(late(looked, now), looked.evidence(world)), now);
    }

    private String late(Phase looked, Instant now) {
        Instant began = looked.stage().equals(phase.stage()) ? stageBegan : now;
        return "gave up after " + Duration.between(began, now).toSeconds() + " s: " + looked.says();
    }

    private Progress troubled(Unreachable e, World world) {
        Instant now = world.now();
        Instant since = trouble.map(Trouble::since).orElse(now);
        boolean tooLong = now.isAfter(since.plus(phase.patience(release))) || !now.isBefore(phase.until());
        return tooLong
                ? to(phase.giveUp(release, new Reason(sentence(e)), now), now)
                : new Progress(
                        release,
                        phase.unseen(sentence(e)),
                        stageBegan,
                        Optional.of(new Trouble(since, sentence(e))),
                        laps);
    }

    /** On the way back nothing is given up at the first refusal: there is nothing better to do than to try again. */
    private Progress refused(String why, Instant now) {
        if (phase.leaving() && now.isBefore(phase.until())) {
            Instant since = trouble.map(Trouble::since).orElse(now);
            return new Progress(release, phase, stageBegan, Optional.of(new Trouble(since, why)), laps);
        }
        return to(phase.giveUp(release, new Reason(why), now), now);
    }

    private Progress to(Phase next, Instant now) {
        if (next.stage().equals(phase.stage())) {
            return new Progress(release, next, stageBegan, Optional.empty(), laps);
        }
        List<Lap> behind = new ArrayList<>(laps);
        behind.add(new Lap(phase.stage(), stageBegan, now, phase.says(), phase.observation()));
        return new Progress(release, next, now, Optional.empty(), behind);
    }

    private static String sentence(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }

    /** The end, once it has come. */
    @JsonIgnore
    public Optional<Outcome> outcome() {
        return phase instanceof Ended ended ? Optional.of(ended.outcome()) : Optional.empty();
    }

    /** What the last look has shown, while the canary has traffic. */
    @JsonIgnore
    public Optional<Observation> observation() {
        return phase.observation();
    }

    /** Whether it goes on only when a person says so. */
    @JsonIgnore
    public boolean waitsForPerson() {
        return phase.waitsForPerson();
    }

    /** The longest time until the next look while Marathon's events flow. */
    public Duration every() {
        return trouble.isPresent() ? Duration.ofSeconds(2) : phase.every();
    }

    boolean comesUp() {
        return trouble.isEmpty() && phase.comesUp();
    }

    /** What it does or waits for and until when, in a short lower-case phrase. */
    public String says() {
        if (trouble.isPresent()) {
            return trouble.get().what() + "; trying again";
        }
        return outcome().isPresent() ? phase.says() : phase.says() + "; " + phase.term();
    }
}
