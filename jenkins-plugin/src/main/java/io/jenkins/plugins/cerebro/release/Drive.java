package io.jenkins.plugins.cerebro.release;

import io.cerebro.marathon.Event;
import io.cerebro.marathon.Events;
import io.cerebro.release.Attention;
import io.cerebro.release.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks at a release again and again until it has ended: on a timer, and at once when Marathon tells of something. Between two
 * looks it is nothing but an entry in Jenkins's timer.
 */
final class Drive {
    /** Whose release it is. Called on the threads of {@link Looks}, never twice at a time. */
    interface Host {
        /** Whether it keeps the canary at its stage for now. */
        boolean holds();

        /** @param now when it was looked */
        void looked(Progress progress, Instant now);

        /** The last call. */
        void ended(Progress progress);
    }

    private static final Logger LOG = Logger.getLogger(Drive.class.getName());

    private final Looks looks;
    private final Lent lent;
    private final Attention attention;
    private final Host host;
    private final Events events;
    private final Events.Subscription listening;

    private Progress progress;
    private Optional<String> abort = Optional.empty();
    private Optional<String> approver = Optional.empty();
    private Optional<Future<?>> next = Optional.empty();
    private boolean looking;
    private boolean called;
    private boolean ended;

    /** @param lent is given back at the end */
    Drive(Looks looks, Lent lent, Progress start, Host host) {
        this.looks = looks;
        this.lent = lent;
        this.progress = start;
        this.host = host;
        this.attention = new Attention(start.release().service(), lent.world().clock());
        this.events = lent.events();
        this.listening = events.listen(this::heard);
    }

    synchronized void start() {
        schedule(Duration.ZERO, this::look);
    }

    synchronized Progress progress() {
        return progress;
    }

    /** Turns it back, with the next look, which comes at once. */
    synchronized void abort(String because) {
        abort = abort.or(() -> Optional.of(because));
        wake(Duration.ZERO);
    }

    /** A person takes the canary on. */
    synchronized void approve(String by) {
        approver = Optional.of(by);
        wake(Duration.ZERO);
    }

    /** Something that the host answers for has changed. */
    synchronized void wake() {
        wake(Duration.ZERO);
    }

    private void heard(Event event) {
        if (attention.calledBy(event)) {
            synchronized (this) {
                wake(attention.called());
            }
        }
    }

    private void wake(Duration delay) {
        if (looking) {
            called = true;
        } else {
            schedule(delay, this::look);
        }
    }

    private void schedule(Duration delay, Runnable step) {
        next.ifPresent(earlier -> earlier.cancel(false));
        if (!ended) {
            next = Optional.of(looks.after(delay, step));
        }
    }

    /** The time has come, unless instances come up so steadily that there is nothing to ask. */
    private void due() {
        synchronized (this) {
            Duration rest = attention.rest(progress, events.flowing());
            if (!rest.isZero() && !looking) {
                schedule(rest, this::due);
                return;
            }
        }
        look();
    }

    private void look() {
        Progress before;
        synchronized (this) {
            if (looking || ended) {
                called = true;
                return;
            }
            looking = true;
            called = false;
            before = asked();
        }
        Progress after = before;
        try {
            after = before.next(host.holds() ? lent.world().holding() : lent.world());
            tell(after);
        } finally {
            looked(after);
        }
    }

    private Progress asked() {
        Progress asked = approver.map(progress::approve).orElse(progress);
        approver = Optional.empty();
        return abort.map(because -> asked.abort(because, now())).orElse(asked);
    }

    /** What goes wrong on Jenkins's side, such as a log that cannot be written, does not keep a release from its way. */
    private void tell(Progress after) {
        try {
            host.looked(after, now());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "could not tell of " + after.release().service(), e);
        }
    }

    private void looked(Progress after) {
        synchronized (this) {
            progress = after;
            looking = false;
            if (after.outcome().isEmpty()) {
                if (called) {
                    schedule(Duration.ZERO, this::look);
                } else {
                    schedule(attention.looked(after, events.flowing()), this::due);
                }
                return;
            }
            ended = true;
        }
        end(after);
    }

    private void end(Progress after) {
        listening.close();
        lent.giveBack();
        host.ended(after);
    }

    private Instant now() {
        return lent.world().clock().instant();
    }
}
