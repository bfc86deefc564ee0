package org.jenkinsci.plugins.workflow.actions;

import static io.cerebro.signatures.Signatures.compileOnly;

public class LabelAction implements PersistentAction {
    public LabelAction(String displayName) {}

    public String getIconFileName() {
        throw compileOnly();
    }

    public String getDisplayName() {
        throw compileOnly();
    }

    public String getUrlName() {
        throw compileOnly();
    }
}
