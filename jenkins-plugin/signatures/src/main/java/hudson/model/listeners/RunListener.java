package hudson.model.listeners;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Run;
import hudson.model.TaskListener;

public abstract class RunListener<R extends Run> implements ExtensionPoint {
    public final Class<R> targetType;

    protected RunListener(Class<R> targetType) {
        this.targetType = targetType;
    }

    protected RunListener() {
        this((Class<R>) Run.class);
    }

    public void onCompleted(R r, TaskListener listener) {}

    public void onFinalized(R r) {}

    public void onInitialize(R r) {}

    public void onStarted(R r, TaskListener listener) {}

    public void onDeleted(R r) {}

    public static ExtensionList<RunListener> all() {
        throw compileOnly();
    }
}
