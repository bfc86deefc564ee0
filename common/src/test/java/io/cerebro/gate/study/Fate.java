package io.cerebro.gate.study;

import io.cerebro.gate.Verdict;
import io.cerebro.traffic.Counts;
import java.util.OptionalInt;

/** What becomes of a canary under one rule. */
final class Fate {
    private final Rule rule;
    private int second;
    private long badAnswers;
    private boolean rolledBack;
    private OptionalInt passed = OptionalInt.empty();

    Fate(Rule rule) {
        this.rule = rule;
    }

    void look(Counts stable, Counts canary) {
        if (rolledBack) {
            return;
        }
        second++;
        badAnswers += canary.errors();
        Verdict.Kind said = rule.look(stable, canary);
        rolledBack = said == Verdict.Kind.FAIL;
        if (said == Verdict.Kind.PASS && passed.isEmpty()) {
            passed = OptionalInt.of(second);
        }
    }

    boolean rolledBack() {
        return rolledBack;
    }

    /** The second of the rollback, or the last one. */
    int second() {
        return second;
    }

    /** When it was first found good enough, whatever became of it then. */
    OptionalInt passed() {
        return passed;
    }

    /** Answers that customers had from it until then. */
    long badAnswers() {
        return badAnswers;
    }
}
