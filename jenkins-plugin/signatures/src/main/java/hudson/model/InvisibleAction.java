package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

public abstract class InvisibleAction implements Action {
    public final String getIconFileName() {
        throw compileOnly();
    }

    public final String getDisplayName() {
        throw compileOnly();
    }

    public String getUrlName() {
        throw compileOnly();
    }
}
