package io.jenkins.plugins.cerebro;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;

class ManifestIT {
    @Test
    void tellsJenkinsWhatThePluginIsAndNeeds() throws IOException {
        assertThat(manifest())
                .containsOnly(
                        entry("Manifest-Version", "1.0"),
                        entry("Build-Jdk-Spec", "17"),
                        entry("Specification-Title", "Cerebro"),
                        entry("Specification-Version", "0.1"),
                        entry("Implementation-Title", "Cerebro"),
                        entry("Implementation-Version", "0.1.0-SNAPSHOT"),
                        entry("Extension-Name", "cerebro"),
                        entry("Group-Id", "io.jenkins.plugins"),
                        entry("Artifact-Id", "cerebro"),
                        entry("Short-Name", "cerebro"),
                        entry("Long-Name", "Cerebro"),
                        entry("Plugin-Version", "0.1.0-SNAPSHOT"),
                        entry("Hudson-Version", "2.528.3"),
                        entry("Jenkins-Version", "2.528.3"),
                        entry("Minimum-Java-Version", "17"),
                        entry(
                                "Plugin-Dependencies",
                                "structs:362.va_b_695ef4fdf9,workflow-step-api:710.v3e456cc85233,"
                                        + "credentials:1480.v2246fd131e83,plain-credentials:199.v9f8e1f741799,"
                                        + "okhttp-api:4.12.0-195.vc02552c04ffd,jackson2-api:2.20.1-423.v13951f6b_6532"),
                        entry("Plugin-License-Name", "Apache-2.0"),
                        entry("Plugin-License-Url", "https://www.apache.org/licenses/LICENSE-2.0.txt"));
    }

    /** A class of a library is refused by the class filter of Jenkins, also where it is only configuration. */
    @Test
    void tellsJenkinsThatTheJarOfOurClassesIsThePlugins() throws IOException {
        var jar = new Manifest(new ByteArrayInputStream(Hpi.ours().get("META-INF/MANIFEST.MF"))).getMainAttributes();
        assertThat(List.of("Short-Name", "Plugin-Version", "Jenkins-Version"))
                .extracting(jar::getValue)
                .containsExactly("cerebro", "0.1.0-SNAPSHOT", "2.528.3");
    }

    private static Map<String, String> manifest() throws IOException {
        return Hpi.manifest().getMainAttributes().entrySet().stream()
                .collect(toMap(
                        each -> each.getKey().toString(),
                        each -> each.getValue().toString()));
    }
}
