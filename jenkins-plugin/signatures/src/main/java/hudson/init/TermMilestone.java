package hudson.init;

import static io.cerebro.signatures.Signatures.compileOnly;

import org.jvnet.hudson.reactor.Milestone;

public enum TermMilestone implements Milestone {
    STARTED,
    COMPLETED;

    public String toString() {
        throw compileOnly();
    }
}
