package io.cerebro.gate;

import io.cerebro.realm.GateSettings;

/** Judges a canary by what was counted while it had its share. May be asked as often as one likes. */
@FunctionalInterface
public interface Judge {
    Verdict judge(Window window, GateSettings settings);
}
