package hudson.util;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

public class DaemonThreadFactory implements ThreadFactory {
    public DaemonThreadFactory() {
        this(Executors.defaultThreadFactory());
    }

    public DaemonThreadFactory(ThreadFactory core) {}

    public Thread newThread(Runnable r) {
        throw compileOnly();
    }
}
