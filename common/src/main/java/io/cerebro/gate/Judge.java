package io.cerebro.gate;

import io.cerebro.realm.GateSettings;

/** Judges a canary by what was counted while it had its share. May be asked as often as one likes. */
@FunctionalInterface
public interface Judge {
    /** @param among so many things the canary is judged by, this one included, any of which may fail it by mistake */
    Verdict judge(Window window, GateSettings settings, int among);
}
