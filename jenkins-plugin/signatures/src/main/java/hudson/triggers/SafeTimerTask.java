package hudson.triggers;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.io.File;
import java.util.TimerTask;

public abstract class SafeTimerTask extends TimerTask {
    public final void run() {
        throw compileOnly();
    }

    protected abstract void doRun() throws Exception;

    public static File getLogsRoot() {
        throw compileOnly();
    }
}
