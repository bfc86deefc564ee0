package io.cerebro.bamboo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.bamboo.configuration.GlobalAdminAction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;

/** The jar that an administrator uploads. */
class AdminJarIT {
    private static final Path JAR = Path.of("target/cerebro-bamboo-admin-0.1.0-SNAPSHOT.jar");
    private static final Path PLUGIN = Path.of("../central/target/cerebro-bamboo-plugin-0.1.0-SNAPSHOT.jar");

    private JarFile jar;

    @BeforeEach
    void open() throws IOException {
        jar = new JarFile(JAR.toFile());
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

    /** Beside the plugin itself, in a framework whose host has Bamboo's packages. */
    @Test
    void startsBesideThePlugin(@TempDir Path storage) throws Exception {
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage",
                        storage.toString(),
                        "org.osgi.framework.system.packages.extra",
                        "com.atlassian.bamboo.configuration,com.atlassian.bamboo.credentials,"
                                + "com.atlassian.bamboo.crypto.instance,com.atlassian.sal.api.component,"
                                + "com.atlassian.sal.api.pluginsettings,org.apache.struts2.interceptor.parameter",
                        "felix.bootdelegation.implicit",
                        "false"));
        framework.start();
        try {
            var context = framework.getBundleContext();
            context.installBundle(PLUGIN.toUri().toString()).start();
            Bundle admin = context.installBundle(JAR.toUri().toString());
            admin.start();

            Object action = admin.loadClass(RealmsAction.class.getName())
                    .getConstructor()
                    .newInstance();
            action.getClass().getMethod("setRealms", String.class).invoke(action, "realm: {}");
            action.getClass().getMethod("save").invoke(action);

            assertThat(action).isInstanceOf(GlobalAdminAction.class).isNotInstanceOf(RealmsAction.class);
            assertThat(action.getClass().getMethod("getProblem").invoke(action))
                    .isEqualTo(
                            "Administration, Cerebro:1:1: realm is not known here; did you mean 'realms'? Allowed: realms");
        } finally {
            framework.stop();
            framework.waitForStop(10_000);
        }
    }

    private String text(String name) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
