package hudson.model.listeners;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Run;
import hudson.model.TaskListener;

public abstract class RunListener<R extends Run> implements ExtensionPoint {
    public final Class<R> targetType = null;

    protected RunListener(Class<R> targetType) {}

    protected RunListener() {}

    public void onCompleted(R r, TaskListener listener) {
        throw compileOnly();
    }

    public void onFinalized(R r) {
        throw compileOnly();
    }

    public void onInitialize(R r) {
        throw compileOnly();
    }

    public void onStarted(R r, TaskListener listener) {
        throw compileOnly();
    }

    public void onDeleted(R r) {
        throw compileOnly();
    }

    public static ExtensionList<RunListener> all() {
        throw compileOnly();
    }
}
