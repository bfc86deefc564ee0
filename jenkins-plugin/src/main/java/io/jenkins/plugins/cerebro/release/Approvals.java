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
    static final String ANONYMOUS = "anonymous";

    private static final String INPUT = "org.jenkinsci.plugins.workflow.support.steps.input.";
    private static final String APPROVER = INPUT + "ApproverAction";
    private static final String QUESTIONS = INPUT + "InputAction";

    private Approvals() {}

    /** User ids, in order. */
    static List<String> of(Run<?, ?> run) {
        return run.getAllActions().stream()
                .filter(action -> action.getClass().getName().equals(APPROVER))
                .map(Approvals::userId)
                .toList();
    }

    /** Whether somebody is asked just now. An answer of somebody who has not logged in leaves nothing else in the build. */
    static boolean asked(Run<?, ?> run) {
        return run.getAllActions().stream()
                .filter(action -> action.getClass().getName().equals(QUESTIONS))
                .anyMatch(Approvals::waits);
    }

    private static boolean waits(Action questions) {
        try {
            return Boolean.TRUE.equals(
                    questions.getClass().getMethod("isWaitingForInput").invoke(questions));
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static String userId(Action approver) {
        try {
            return String.valueOf(approver.getClass().getMethod("getUserId").invoke(approver));
        } catch (ReflectiveOperationException e) {
            return "somebody";
        }
    }
}
