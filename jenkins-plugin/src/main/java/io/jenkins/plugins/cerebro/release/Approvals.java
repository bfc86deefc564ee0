package io.jenkins.plugins.cerebro.release;

import hudson.model.Action;
import hudson.model.Run;
import java.util.List;

/**
 * Who has approved in a build, by the step {@code input}.
 *
 * <p>Read by reflection from its {@code ApproverAction}: a plugin that depended on that step's plugin, if only optionally, would not
 * load beside an older one.
 */
final class Approvals {
    private static final String APPROVER = "org.jenkinsci.plugins.workflow.support.steps.input.ApproverAction";

    private Approvals() {}

    /** User ids, in order. */
    static List<String> of(Run<?, ?> run) {
        return run.getAllActions().stream()
                .filter(action -> action.getClass().getName().equals(APPROVER))
                .map(Approvals::userId)
                .toList();
    }

    private static String userId(Action approver) {
        try {
            return String.valueOf(approver.getClass().getMethod("getUserId").invoke(approver));
        } catch (ReflectiveOperationException e) {
            return "somebody";
        }
    }
}
