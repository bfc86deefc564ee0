package org.jenkinsci.plugins.workflow.support.steps.input;

import hudson.model.InvisibleAction;

/** As the step {@code input} leaves it in a build. */
public final class ApproverAction extends InvisibleAction {
    private final String userId;

    public ApproverAction(String userId) {
        this.userId = userId;
    }

    public String getUserId() {
        return userId;
    }
}
