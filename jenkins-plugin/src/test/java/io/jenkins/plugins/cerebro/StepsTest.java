package io.jenkins.plugins.cerebro;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class StepsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cerebroRollback realm: 'nowhere', service: '/orders'",
                "cerebroScale realm: 'nowhere', service: '/orders', instances: '+2'",
                "cerebroJob realm: 'nowhere', definition: 'name: orders-report', run: true",
                "cerebroJob realm: 'nowhere', action: 'wait', job: 'orders-report', within: '10m'",
                "cerebroPromote realm: 'nowhere', service: '/orders'",
                "cerebroDeploy realm: 'nowhere', definition: 'id: /orders'",
                "cerebroRelease realm: 'nowhere', definition: 'id: /orders', percent: 5, gate: [minErrors: 5]",
                "cerebroPlan realm: 'nowhere', definition: 'id: /orders'",
                "cerebroCanary realm: 'nowhere', stage: 'partial', definition: 'id: /orders'",
                "cerebroCanary(realm: 'nowhere', stage: 'isolated', definition: 'id: /orders') { echo 'checks' }"
            })
    void failWithOneSentence(String step, JenkinsRule jenkins) throws Exception {
        WorkflowRun run =
                jenkins.assertBuildStatus(Result.FAILURE, job(jenkins, step).scheduleBuild2(0));

        jenkins.assertLogContains("ERROR: there is no realm 'nowhere': this Jenkins has none yet", run);
    }

    @Test
    void sayThatNothingWasChangedWhereMarathonIsAway(JenkinsRule jenkins) throws Exception {
        Realms.configure();
        WorkflowJob job = job(
                jenkins,
                "cerebroDeploy realm: 'away', definition: 'id: /orders\\ncmd: sleep 600\\ncpus: 0.1\\nmem: 32'");

        WorkflowRun run = jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0));

        jenkins.assertLogContains("tried to GET http://127.0.0.1:1/v2/apps/orders but", run);
        jenkins.assertLogContains("; nothing was changed", run);
    }

    private static WorkflowJob job(JenkinsRule jenkins, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }
}
