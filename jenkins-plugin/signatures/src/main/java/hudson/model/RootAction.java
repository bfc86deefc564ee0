package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.ExtensionPoint;

public interface RootAction extends Action, ExtensionPoint {
    default boolean isPrimaryAction() {
        throw compileOnly();
    }
}
