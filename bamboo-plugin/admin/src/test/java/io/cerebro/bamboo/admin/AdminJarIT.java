package io.cerebro.bamboo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The jar that an administrator uploads. */
class AdminJarIT {
    private JarFile jar;

    @BeforeEach
    void open() throws IOException {
        jar = new JarFile(Path.of("target/cerebro-bamboo-admin-0.1.0-SNAPSHOT.jar").toFile());
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @Test
    void holdsThePageAndNothingOfBamboosOrThePlugins() {
        assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName))
                .containsExactlyInAnyOrder(
                        "META-INF/MANIFEST.MF",
                        "atlassian-plugin.xml",
                        "cerebro-admin.properties",
                        "templates/cerebro-realms.ftl",
                        "io/cerebro/bamboo/admin/RealmsAction.class",
                        "io/cerebro/bamboo/admin/package-info.class");
    }

    @Test
    void importsWhatThePluginExportsAndWaitsForNothingOfBamboos() throws IOException {
        var manifest = jar.getManifest().getMainAttributes();
        assertThat(manifest.getValue("Atlassian-Plugin-Key")).isEqualTo("io.cerebro.bamboo-admin");
        assertThat(manifest.getValue("Import-Package"))
                .isEqualTo("io.cerebro.bamboo.realm,com.atlassian.bamboo.configuration;resolution:=optional,"
                        + "org.apache.struts2.interceptor.parameter;resolution:=optional");
        assertThat(text("atlassian-plugin.xml"))
                .startsWith("<atlassian-plugin key=\"io.cerebro.bamboo-admin\"")
                .contains("<version>0.1.0-SNAPSHOT</version>")
                .doesNotContain("${");
    }

    private String text(String name) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
