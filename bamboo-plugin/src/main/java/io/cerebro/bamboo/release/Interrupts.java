package io.cerebro.bamboo.release;

/**
 * Whether Bamboo has told this thread to stop. The thread's own flag is clear while the work goes on, because every request to
 * Marathon would fail by it; it is set again at the end.
 */
final class Interrupts {
    private boolean stopped;

    private Interrupts() {}

    /** From here on, in this thread. */
    static Interrupts begin() {
        Interrupts interrupts = new Interrupts();
        interrupts.look();
        return interrupts;
    }

    /** Whether one has come, now or before. */
    boolean stopped() {
        look();
        return stopped;
    }

    /** One has come that cleared the flag itself. */
    void came() {
        stopped = true;
    }

    /** As it was told. */
    void restore() {
        if (stopped()) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        if (Thread.interrupted()) {
            stopped = true;
        }
    }
}
