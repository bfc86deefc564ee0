package hudson.remoting;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.io.IOException;
import java.io.OutputStream;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

public final class RemoteOutputStream extends OutputStream implements SerializableOnlyOverRemoting {
    public RemoteOutputStream(OutputStream core) {}

    public void write(int b) throws IOException {
        throw compileOnly();
    }

    public void write(byte[] b) throws IOException {
        throw compileOnly();
    }

    public void write(byte[] b, int off, int len) throws IOException {
        throw compileOnly();
    }

    public void flush() throws IOException {
        throw compileOnly();
    }

    public void close() throws IOException {
        throw compileOnly();
    }
}
