package io.cerebro.bamboo.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.bamboo.deployments.execution.DeploymentTaskContext;
import io.cerebro.bamboo.FakeDeployment;
import io.cerebro.release.Source;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OriginTest {
    private final FakeDeployment deployment = new FakeDeployment(Path.of("."), "v2");

    @Test
    void saysWhereAReleaseComesFrom() {
        deployment.variables.put("resultsUrl", "https://bamboo.example.com/browse/SHOP-PROD-7");
        deployment.variables.put("planRepository.revision", "d91aed3");

        assertThat(origin().source())
                .isEqualTo(new Source(
                        Optional.of("https://bamboo.example.com/browse/SHOP-PROD-7"), Optional.of("d91aed3")));
    }

    @Test
    void leavesOutWhatBambooDoesNotSay() {
        deployment.variables.put("resultsUrl", "not known");

        assertThat(origin().source()).isEqualTo(Source.UNKNOWN);
    }

    private Origin origin() {
        DeploymentTaskContext task = mock();
        when(task.getCommonContext()).thenReturn(deployment.context());
        when(task.getDeploymentContext()).thenReturn(deployment.context());
        return Origin.of(task);
    }
}
