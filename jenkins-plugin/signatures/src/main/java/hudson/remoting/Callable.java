package hudson.remoting;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.io.Serializable;
import org.jenkinsci.remoting.RoleSensitive;

public interface Callable<V, T extends Throwable> extends Serializable, RoleSensitive {
    V call() throws T;

    default Channel getChannelOrFail() {
        throw compileOnly();
    }

    default Channel getOpenChannelOrFail() {
        throw compileOnly();
    }
}
