package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.util.List;

public interface BuildListener extends TaskListener {
    default void started(List<Cause> causes) {
        throw compileOnly();
    }

    default void finished(Result result) {
        throw compileOnly();
    }
}
