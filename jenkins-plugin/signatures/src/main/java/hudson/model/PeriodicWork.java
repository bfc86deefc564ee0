package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.triggers.SafeTimerTask;

public abstract class PeriodicWork extends SafeTimerTask implements ExtensionPoint {
    public abstract long getRecurrencePeriod();

    public long getInitialDelay() {
        return getRecurrencePeriod();
    }

    public static ExtensionList<PeriodicWork> all() {
        throw compileOnly();
    }

    public static void init() {
        throw compileOnly();
    }

    protected static final long MIN = 1000 * 60;

    protected static final long HOUR = 60 * MIN;

    protected static final long DAY = 24 * HOUR;
}
