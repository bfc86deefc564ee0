package io.cerebro.gate.study;

import io.cerebro.gate.Verdict;
import io.cerebro.traffic.Counts;

/** One way to judge a canary, asked every second. */
interface Rule {
    /** What it says after another second. */
    Verdict.Kind look(Counts stable, Counts canary);
}
