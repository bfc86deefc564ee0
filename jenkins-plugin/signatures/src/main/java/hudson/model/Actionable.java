package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.util.List;

public abstract class Actionable extends AbstractModelObject {
    public final List<? extends Action> getAllActions() {
        throw compileOnly();
    }

    public <T extends Action> List<T> getActions(Class<T> type) {
        throw compileOnly();
    }

    public void addAction(Action a) {
        throw compileOnly();
    }

    public void replaceAction(Action a) {
        throw compileOnly();
    }

    public boolean addOrReplaceAction(Action a) {
        throw compileOnly();
    }

    public boolean removeAction(Action a) {
        throw compileOnly();
    }

    public boolean removeActions(Class<? extends Action> clazz) {
        throw compileOnly();
    }

    public boolean replaceActions(Class<? extends Action> clazz, Action a) {
        throw compileOnly();
    }

    public <T extends Action> T getAction(Class<T> type) {
        throw compileOnly();
    }
}
