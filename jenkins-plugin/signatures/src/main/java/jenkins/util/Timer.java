package jenkins.util;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.util.concurrent.ScheduledExecutorService;

public class Timer {
    private Timer() {}

    public static ScheduledExecutorService get() {
        throw compileOnly();
    }

    public static void shutdown() {
        throw compileOnly();
    }
}
