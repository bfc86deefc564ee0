package io.cerebro.bamboo.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.bamboo.task.CommonTaskType;
import com.atlassian.bamboo.task.TaskState;
import io.cerebro.bamboo.FakeDeployment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CerebroTaskTest {
    @TempDir
    private Path directory;

    @Test
    void failsWithTheFieldThatIsWrong() throws Exception {
        FakeDeployment deployment = failing(new CerebroReleaseTask(), Map.of("realm", "prod", "percent", "200"));
        assertThat(deployment.errors)
                .containsExactly("[Cerebro] percent must be a number above 0 and up to 100, such as 10, but is '200'");
    }

    @Test
    void failsWithTheVariableThatNobodyHasSet() throws Exception {
        FakeDeployment deployment = failing(new CerebroDeployTask(), Map.of("realm", "${bamboo.where}"));
        assertThat(deployment.errors)
                .containsExactly("[Cerebro] realm needs the variable where, and there is none: set it in the plan, the"
                        + " environment or an earlier task");
    }

    @Test
    void failsWithTheRealmThatIsNone() throws Exception {
        FakeDeployment deployment = failing(new CerebroDeployTask(), Map.of("realm", "prd"));
        assertThat(deployment.errors)
                .containsExactly("[Cerebro] there is no realm 'prd' in " + directory.resolve("realms.yaml")
                        + "; did you mean 'prod'? It has: prod");
    }

    @Test
    void changesNothingWhereTheBuildIsStoppedAlready() throws Exception {
        FakeDeployment deployment;
        Thread.currentThread().interrupt();
        try {
            deployment = failing(new CerebroDeployTask(), Map.of("realm", "prod"));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(deployment.errors).containsExactly("[Cerebro] the build was stopped; nothing was changed");
    }

    @Test
    void leavesTheThreadsClassLoaderAsItWas() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        failing(new CerebroDeployTask(), Map.of());
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    private FakeDeployment failing(CommonTaskType task, Map<String, String> configuration) throws Exception {
        FakeDeployment deployment = new FakeDeployment(directory, "release-1");
        Path realms = Files.writeString(
                directory.resolve("realms.yaml"),
                "realms: {prod: {marathon: {urls: ['http://127.0.0.1:1']}, router: {haproxy: {loadBalancers:"
                        + " [{name: lb1, socket: /nowhere, maps: /nowhere}]}}}}");
        deployment.variables.put("cerebro.realms", realms.toString());
        assertThat(task.execute(deployment.task(configuration, Map.of(), false)).getTaskState())
                .isEqualTo(TaskState.FAILED);
        return deployment;
    }
}
