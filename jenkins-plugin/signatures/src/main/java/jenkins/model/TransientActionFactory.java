package jenkins.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.ExtensionPoint;
import hudson.model.Action;
import java.util.Collection;

public abstract class TransientActionFactory<T> implements ExtensionPoint {
    public abstract Class<T> type();

    public Class<? extends Action> actionType() {
        throw compileOnly();
    }

    public abstract Collection<? extends Action> createFor(T target);
}
