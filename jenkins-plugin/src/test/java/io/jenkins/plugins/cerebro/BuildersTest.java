package io.jenkins.plugins.cerebro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.jenkins.plugins.cerebro.realm.GateConfiguration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The forms of the build steps, and with them those of the steps. */
@WithJenkins
class BuildersTest {
    @Test
    void keepEachFieldOfARelease(JenkinsRule jenkins) throws Exception {
        CerebroReleaseStep step = new CerebroReleaseStep("away");
        step.setFile("deploy/marathon.yaml");
        step.setImage("registry/orders@sha256:0123");
        step.setVariables("A=1\nB=2");
        step.setPercent(12.5);
        step.setIsolatedBake("30s");
        step.setPartialBake("5m");
        step.setHold("2h");
        step.setCanaryInstances(2);
        step.setHealthyWithin("10m");
        GateConfiguration gate = new GateConfiguration();
        gate.setMinErrors("7");
        step.setGate(gate);

        CerebroReleaseStep saved =
                jenkins.configRoundtrip(new CerebroReleaseBuilder(step)).getStep();

        assertEquals(step.fields().texts(), saved.fields().texts());
    }

    @Test
    void keepWhatIsLeftOutLeftOut(JenkinsRule jenkins) throws Exception {
        CerebroDeployStep saved = jenkins.configRoundtrip(new CerebroDeployBuilder(new CerebroDeployStep("away")))
                .getStep();

        assertEquals(Map.of("realm", "away"), saved.fields().texts());
        assertNull(saved.getPlan());
    }
}
