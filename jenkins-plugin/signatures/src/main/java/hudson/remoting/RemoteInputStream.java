package hudson.remoting;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Set;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

public class RemoteInputStream extends InputStream implements SerializableOnlyOverRemoting {
    public RemoteInputStream(InputStream core, Flag f) {
        this(core, EnumSet.of(f));
    }

    public RemoteInputStream(InputStream core, Flag f1, Flag f2) {
        this(core, EnumSet.of(f1, f2));
    }

    public RemoteInputStream(InputStream core, Set<Flag> flags) {}

    public enum Flag {
        GREEDY,
        NOT_GREEDY,
        MANUAL_UNEXPORT;
    }

    public int read() throws IOException {
        throw compileOnly();
    }

    public int read(byte[] b) throws IOException {
        throw compileOnly();
    }

    public int read(byte[] b, int off, int len) throws IOException {
        throw compileOnly();
    }

    public void close() throws IOException {
        throw compileOnly();
    }
}
