package io.cerebro.bamboo;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.bamboo.task.CommonTaskType;
import com.atlassian.bamboo.task.RuntimeTaskDataProvider;
import com.atlassian.bamboo.task.TaskConfigurator;
import com.atlassian.bamboo.task.export.TaskDefinitionExporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is, in a real Apache Felix. */
class FelixIT {
    @TempDir
    private Path directory;

    @Test
    void startsOnAServerWithEveryClassThatItsDescriptorNames() throws Exception {
        try (Osgi server = Osgi.server(directory)) {
            assertThat(server.plugin().getState()).isEqualTo(org.osgi.framework.Bundle.ACTIVE);
            for (String task : Bundle.attributes("taskType", "class")) {
                assertThat(server.create(task)).isInstanceOf(CommonTaskType.class);
            }
            for (String form : Bundle.attributes("configuration", "class")) {
                assertThat(server.create(form)).isInstanceOf(TaskConfigurator.class);
            }
            for (String provider : Bundle.attributes("runtimeTaskDataProvider", "class")) {
                assertThat(server.create(provider)).isInstanceOf(RuntimeTaskDataProvider.class);
            }
            for (String exporter : Bundle.attributes("exporter", "class")) {
                assertThat(server.create(exporter)).isInstanceOf(TaskDefinitionExporter.class);
            }
        }
    }

    @Test
    void startsOnAnAgentThatHasNoneOfTheServersPackages() throws Exception {
        try (Osgi agent = Osgi.agent(directory)) {
            assertThat(agent.plugin().getState()).isEqualTo(org.osgi.framework.Bundle.ACTIVE);
            assertThat(agent.plugin()
                            .adapt(org.osgi.framework.wiring.BundleWiring.class)
                            .getRequiredWires("osgi.wiring.package"))
                    .noneMatch(wire -> String.valueOf(
                                    wire.getCapability().getAttributes().get("osgi.wiring.package"))
                            .startsWith("com.atlassian.bamboo.credentials"));
            for (String task : Bundle.attributes("taskType", "class")) {
                assertThat(agent.create(task)).isInstanceOf(CommonTaskType.class);
            }
            for (String provider : Bundle.attributes("runtimeTaskDataProvider", "class")) {
                assertThat(agent.create(provider)).isInstanceOf(RuntimeTaskDataProvider.class);
            }
        }
    }
}
