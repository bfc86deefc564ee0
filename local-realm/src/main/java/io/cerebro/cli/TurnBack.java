package io.cerebro.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Lets Ctrl-C and SIGTERM turn a release back before the process ends: the JVM's shutdown tells the driver and waits until it
 * has put the traffic back.
 */
final class TurnBack {
    private static final long PATIENCE_MINUTES = 15;

    private final Driver driver;
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile int code = ExitCode.COULD_NOT;

    private TurnBack(Driver driver) {
        this.driver = driver;
    }

    /** @return the work's own exit code; that is what the process ends with, too, when it was told to stop */
    static int onExit(Driver driver, IntSupplier work) {
        TurnBack turnBack = new TurnBack(driver);
        Thread hook = new Thread(turnBack::stop, "turn-back");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            turnBack.code = work.getAsInt();
            return turnBack.code;
        } finally {
            turnBack.finished.countDown();
            forget(hook);
        }
    }

    private void stop() {
        driver.stop();
        try {
            if (finished.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                Runtime.getRuntime().halt(code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // the hook itself ends the process with our exit code
        }
    }
}
