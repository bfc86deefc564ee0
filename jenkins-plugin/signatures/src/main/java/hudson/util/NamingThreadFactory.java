package hudson.util;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.util.concurrent.ThreadFactory;

public final class NamingThreadFactory implements ThreadFactory {
    public NamingThreadFactory(ThreadFactory delegate, String name) {}

    public Thread newThread(Runnable r) {
        throw compileOnly();
    }
}
