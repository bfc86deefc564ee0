package io.cerebro.release;

import io.cerebro.document.Amounts;
import io.cerebro.marathon.App;
import io.cerebro.marathon.TaskFailure;

/** Tells a task that was killed for its memory from one that ended by itself, and what to change. */
final class KilledForMemory {
    /** Mesos's word, when its own limit was passed. */
    private static final String LIMIT = "Memory limit exceeded";
    /** Of a process killed by SIGKILL, which is how the kernel ends what a container has no memory for. */
    private static final String KILLED = "exited with status 137";

    private KilledForMemory() {}

    /** By Mesos's own word. */
    static boolean surely(TaskFailure failure) {
        return failure.message().contains(LIMIT);
    }

    /** Empty where it was not; else what to say after Mesos's own words. */
    static String hint(TaskFailure failure, App app) {
        String mem = Amounts.text(app.definition().json().path("mem").asDouble(128)) + " MB";
        if (surely(failure)) {
            return ", killed for memory: its mem is " + mem + "; raise mem, or let it use less";
        }
        return failure.message().contains(KILLED)
                ? ", as one that is killed for memory does: its mem is " + mem + "; raise mem if it needs more"
                : "";
    }
}
