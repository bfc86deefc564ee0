package io.cerebro.bamboo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class TwoBuildsIT {
    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    private static Document sdk;

    @BeforeAll
    static void read() throws Exception {
        sdk = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File("../pom.xml"));
    }

    @Test
    void makeTheSamePluginOfTheSameVersion() throws Exception {
        var manifest = Bundle.manifest();
        assertThat(text("/project/properties/plugin.key")).isEqualTo(manifest.getValue("Atlassian-Plugin-Key"));
        assertThat(text("/project/parent/version").replace('-', '.')).isEqualTo(manifest.getValue("Bundle-Version"));
    }

    @Test
    void importNothingThatMustBeThereAndExportTheSame() throws Exception {
        String instructions = "/project/build/plugins/plugin/configuration/instructions/";
        assertThat(text(instructions + "Import-Package")).isEqualTo("*;resolution:=\"optional\"");
        assertThat(text(instructions + "Export-Package"))
                .isEqualTo(Bundle.manifest().getValue("Export-Package").replaceFirst(";.*", ""));
        assertThat(text(instructions + "Atlassian-Plugin-Key")).isEqualTo("${plugin.key}");
        assertThat(text(instructions + "Bundle-SymbolicName")).isEqualTo("${plugin.key}");
    }

    @Test
    void bringTheSameLibraries() throws Exception {
        String compiled = "/project/dependencies/dependency[not(scope)]/artifactId";
        assertThat(text(compiled)).isEqualTo("common");
        assertThat(text("count(" + compiled + ")")).isEqualTo("1");
    }

    private static String text(String path) throws Exception {
        return XPATH.evaluate(path, sdk);
    }
}
