package io.jenkins.plugins.cerebro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.release.Goal;
import org.junit.jupiter.api.Test;

class CerebroReleaseStepTest {
    private final CerebroReleaseStep step = new CerebroReleaseStep("prod");

    @Test
    void goesAsFarAsItIsToldTo() {
        assertThat(step.goal()).isEqualTo(Goal.RELEASE);

        step.setUntil("isolated");
        assertThat(step.goal()).isEqualTo(Goal.TRIAL);

        step.setUntil("partial");
        assertThatThrownBy(step::goal).hasMessage("until is 'full' or 'isolated', not 'partial'");
    }
}
