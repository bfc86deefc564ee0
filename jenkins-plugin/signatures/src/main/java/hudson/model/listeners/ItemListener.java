package hudson.model.listeners;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.ExtensionPoint;
import hudson.model.Item;

public class ItemListener implements ExtensionPoint {
    public void onCreated(Item item) {
        throw compileOnly();
    }

    public void onCopied(Item src, Item item) {
        throw compileOnly();
    }

    public void onLoaded() {
        throw compileOnly();
    }

    public void onDeleted(Item item) {
        throw compileOnly();
    }

    public void onRenamed(Item item, String oldName, String newName) {
        throw compileOnly();
    }

    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        throw compileOnly();
    }

    public void onUpdated(Item item) {
        throw compileOnly();
    }

    public void onBeforeShutdown() {
        throw compileOnly();
    }
}
