package io.cerebro.release;

import java.util.List;

/** Why a release turns back: a phrase, and the failing task's own last lines where there are any. */
record Reason(String text, List<String> log) {
    Reason {
        log = List.copyOf(log);
    }

    Reason(String text) {
        this(text, List.of());
    }
}
