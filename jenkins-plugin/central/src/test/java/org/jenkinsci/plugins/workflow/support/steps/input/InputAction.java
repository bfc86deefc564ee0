package org.jenkinsci.plugins.workflow.support.steps.input;

import hudson.model.InvisibleAction;

/** As the step {@code input} has it in a build while it asks. */
public final class InputAction extends InvisibleAction {
    public boolean isWaitingForInput() {
        return true;
    }
}
