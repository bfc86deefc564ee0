package io.jenkins.plugins.cerebro;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.cerebro.realm.GateConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of the steps names every field of theirs. */
class StepsDocumentationTest {
    private static final Path PAGE = Path.of("../../docs/jenkins/README.md");
    private static final List<Class<?>> STEPS = List.of(
            CerebroBuildStep.class,
            CerebroPlanStep.class,
            CerebroReleaseStep.class,
            CerebroDeployStep.class,
            CerebroCanaryStep.class,
            CerebroPromoteStep.class,
            CerebroRollbackStep.class,
            CerebroScaleStep.class,
            CerebroJobStep.class,
            GateConfiguration.class);

    @Test
    void showsEveryFieldOfEveryStep() throws IOException {
        String page = Files.readString(PAGE);

        for (Class<?> step : STEPS) {
            assertThat(new Form(step).fields())
                    .allSatisfy(field -> assertThat(page).contains("`" + field + "`"));
        }
    }
}
