package io.jenkins.plugins.cerebro.release;

import hudson.model.Run;
import java.util.List;
import org.jenkinsci.plugins.workflow.support.steps.input.ApproverAction;

/** Who has approved in a build, by the step {@code input}. */
final class Approvals {
    private Approvals() {}

    /** User ids in order; none where Jenkins has no such step. */
    static List<String> of(Run<?, ?> run) {
        try {
            return Input.approvers(run);
        } catch (NoClassDefFoundError absent) {
            return List.of();
        }
    }

    /** Linked only where the plugin of {@code input} is installed. */
    private static final class Input {
        static List<String> approvers(Run<?, ?> run) {
            return run.getActions(ApproverAction.class).stream()
                    .map(ApproverAction::getUserId)
                    .toList();
        }
    }
}
