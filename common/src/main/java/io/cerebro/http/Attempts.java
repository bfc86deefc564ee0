package io.cerebro.http;

import java.util.ArrayList;
import java.util.List;

/** One request, and what has come of it so far. */
final class Attempts {
    private final Ask ask;
    private final List<String> said = new ArrayList<>();
    private boolean left;

    Attempts(Ask ask) {
        this.ask = ask;
    }

    Ask ask() {
        return ask;
    }

    void add(Attempt attempt) {
        said.add(attempt.said());
        left |= attempt.left();
    }

    void add(Unreachable nowhere) {
        said.add(String.valueOf(nowhere.getMessage()));
    }

    /** Never for what may have arrived and would do harm when done twice. */
    boolean mayGoOn() {
        return said.isEmpty() || (!Thread.currentThread().isInterrupted() && (ask.repeatable() || !left));
    }

    Unreachable unreachable() {
        return new Unreachable("tried to " + ask.method() + " " + String.join("; then ", said));
    }
}
