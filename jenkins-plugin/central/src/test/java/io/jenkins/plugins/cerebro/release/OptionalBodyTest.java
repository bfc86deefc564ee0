package io.jenkins.plugins.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.cerebro.CerebroCanaryStep;
import org.jenkinsci.plugins.workflow.cps.DSL;
import org.junit.jupiter.api.Test;

class OptionalBodyTest {
    private final CerebroCanaryStep.DescriptorImpl canary = new CerebroCanaryStep.DescriptorImpl();

    @Test
    void isLetThroughWhereACallIsTakenApart() {
        assertThat(DSL.parseArgs(canary)).isTrue();
    }

    @Test
    void isNotMissedWhereThereIsNone() {
        assertThat(DSL.invokeStep(canary)).isFalse();
    }

    @Test
    void isShownToEverybodyElseWhoAsks() {
        assertThat(canary.takesImplicitBlockArgument()).isTrue();
    }
}
