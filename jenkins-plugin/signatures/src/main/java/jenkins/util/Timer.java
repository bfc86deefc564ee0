package jenkins.util;

import static io.cerebro.signatures.Signatures.compileOnly;

import io.cerebro.signatures.Fakes;
import java.util.concurrent.ScheduledExecutorService;

public class Timer {
    private Timer() {}

    public static ScheduledExecutorService get() {
        return Fakes.timer();
    }

    public static void shutdown() {
        throw compileOnly();
    }
}
