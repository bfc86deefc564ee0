package io.cerebro.gate;

import java.time.Instant;

/** When something is to be asked: not before its time, and not while it is being asked. From any thread. */
final class Turn {
    private Instant next;
    private boolean taken;

    /** @param first when it may be asked first */
    Turn(Instant first) {
        this.next = first;
    }

    /** Whether it is to be asked now; then it counts as being asked until it is given back. */
    synchronized boolean take(Instant now) {
        if (taken || now.isBefore(next)) {
            return false;
        }
        taken = true;
        return true;
    }

    /** Nobody has been asked after all. */
    synchronized void giveBack() {
        taken = false;
    }

    /** Asked, and not to be asked before this again. */
    synchronized void giveBack(Instant notBefore) {
        taken = false;
        next = notBefore;
    }
}
