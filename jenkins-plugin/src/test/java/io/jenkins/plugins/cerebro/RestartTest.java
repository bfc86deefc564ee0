package io.jenkins.plugins.cerebro;

import hudson.model.Result;
import java.util.Objects;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A restart of Jenkins in the middle of a wait, as two sessions in one test. */
class RestartTest {
    private static final String DEFINITION = "id: /orders\\ncmd: sleep 600\\ncpus: 0.1\\nmem: 32\\n";

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @Test
    void goesOnWithAReleaseThatWaitsForMarathon() throws Throwable {
        sessions.then(jenkins -> {
            Realms.configure();
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "orders");
            job.setDefinition(
                    new CpsFlowDefinition("cerebroRelease realm: 'away', definition: \"" + DEFINITION + "\"", true));
            WorkflowRun run = Objects.requireNonNull(job.scheduleBuild2(0)).waitForStart();
            jenkins.waitForMessage("trying again", run);
        });
        sessions.then(jenkins -> {
            WorkflowJob job = Jenkins.get().getItemByFullName("orders", WorkflowJob.class);
            WorkflowRun run = jenkins.waitForCompletion(
                    Objects.requireNonNull(Objects.requireNonNull(job).getBuildByNumber(1)));
            jenkins.assertBuildStatus(Result.FAILURE, run);
            jenkins.assertLogContains("; nothing was changed", run);
        });
    }
}
