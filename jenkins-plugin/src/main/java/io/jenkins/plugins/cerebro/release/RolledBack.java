package io.jenkins.plugins.cerebro.release;

import jenkins.model.CauseOfInterruption;

/** Why the body of a canary is interrupted: its canary is on its way back. */
public final class RolledBack extends CauseOfInterruption {
    private static final long serialVersionUID = 1;

    private final String because;

    RolledBack(String because) {
        this.because = because;
    }

    @Override
    public String getShortDescription() {
        return because;
    }
}
