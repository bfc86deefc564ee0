package io.cerebro.release;

import java.time.Instant;

/** It is over. */
record Ended(Outcome outcome) implements Phase {
    static Phase failed(String because) {
        return new Ended(Outcome.failed(new Reason(because)));
    }

    @Override
    public Phase next(Release release, World world) {
        return this;
    }

    @Override
    public Phase giveUp(Release release, Reason reason, Instant now) {
        return this;
    }

    @Override
    public Instant until() {
        return Instant.MAX;
    }

    @Override
    public boolean leaving() {
        return true;
    }

    @Override
    public String stage() {
        return "end";
    }

    @Override
    public String says() {
        return outcome.lines().get(0);
    }
}
