package io.cerebro.cli;

import io.cerebro.release.Outcome;

/** What the command line answers with. */
final class ExitCode {
    static final int DONE = 0;
    static final int ROLLED_BACK = 1;
    static final int COULD_NOT = 2;
    static final int BAD_INPUT = 3;

    private ExitCode() {}

    static int of(Outcome outcome) {
        return switch (outcome.kind()) {
            case DONE -> DONE;
            case ROLLED_BACK -> ROLLED_BACK;
            case FAILED -> COULD_NOT;
        };
    }
}
