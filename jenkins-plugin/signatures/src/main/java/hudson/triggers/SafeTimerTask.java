package hudson.triggers;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.io.File;
import java.util.TimerTask;

public abstract class SafeTimerTask extends TimerTask {
    public final void run() {
        try {
            doRun();
        } catch (Exception e) {
            throw new IllegalStateException("Timer task " + this + " failed", e);
        }
    }

    protected abstract void doRun() throws Exception;

    public static File getLogsRoot() {
        throw compileOnly();
    }
}
