package io.jenkins.plugins.cerebro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class TwoBuildsIT {
    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    private static Document sdk;

    @BeforeAll
    static void read() throws Exception {
        sdk = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File("../pom.xml"));
    }

    @Test
    void areOfTheSameVersionForTheSameJenkins() throws Exception {
        var manifest = Hpi.manifest().getMainAttributes();
        String baseline = XPATH.evaluate("/project/properties/jenkins.baseline", sdk);
        String jenkins = XPATH.evaluate("/project/properties/jenkins.version", sdk);
        assertThat(jenkins.replace("${jenkins.baseline}", baseline)).isEqualTo(manifest.getValue("Jenkins-Version"));
        assertThat(XPATH.evaluate("/project/version", sdk)).isEqualTo(manifest.getValue("Plugin-Version"));
    }

    @Test
    void needTheSamePlugins() throws Exception {
        String dependencies = Hpi.manifest().getMainAttributes().getValue("Plugin-Dependencies");
        assertThat(Stream.of(dependencies.split(",")).map(each -> each.replaceFirst(":.*", "")))
                .containsExactlyElementsOf(plugins());
    }

    private static List<String> plugins() throws XPathExpressionException {
        var nodes = (NodeList) XPATH.evaluate(
                "/project/dependencies/dependency[not(scope) and groupId != 'io.cerebro']/artifactId",
                sdk,
                XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
