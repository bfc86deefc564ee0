package io.cerebro.job;

import java.util.ArrayList;
import java.util.List;

/**
 * How a run ended.
 *
 * @param text one sentence
 * @param log what it wrote last
 */
public record JobResult(boolean successful, String text, List<String> log) {
    public JobResult {
        log = List.copyOf(log);
    }

    static JobResult failed(String text) {
        return new JobResult(false, text, List.of());
    }

    /** For people: the sentence, and the output below it. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add((successful ? "done: " : "failed: ") + text);
        log.forEach(line -> lines.add("  | " + line));
        return List.copyOf(lines);
    }
}
