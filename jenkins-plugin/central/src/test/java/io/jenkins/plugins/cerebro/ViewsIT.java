package io.jenkins.plugins.cerebro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ViewsIT {
    private static final String ESCAPING = "<?jelly escape-by-default='true'?>";

    @Test
    void escapeWhatTheyShow() {
        assertThat(pages().entrySet().stream()
                        .filter(page -> page.getKey().endsWith(".jelly"))
                        .filter(page -> !page.getValue().startsWith(ESCAPING))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void areWellFormedAndObeyAStrictContentSecurityPolicy() {
        var complaints = new ArrayList<String>();
        pages().forEach((name, text) -> complaints(text).forEach(each -> complaints.add(name + ": " + each)));
        assertThat(complaints).isEmpty();
    }

    @Test
    void areComplainedAboutWhenInline() {
        assertThat(complaints("<div style='color: red'><script>alert(1)</script><a onclick='go()'/><style/></div>"))
                .containsExactly("an inline script", "an inline style", "the attribute style", "the attribute onclick");
        assertThat(complaints("<div>")).singleElement().asString().startsWith("not well-formed: ");
        assertThat(complaints(ESCAPING + "<div><script src='a.js'/></div>")).isEmpty();
    }

    private static Map<String, String> pages() {
        var pages = new TreeMap<String, String>();
        Stream.of(Hpi.ours(), Hpi.files())
                .forEach(files -> files.forEach((name, content) -> {
                    if (name.matches(".*\\.(jelly|html)")) {
                        pages.put(name, Hpi.text(content));
                    }
                }));
        return pages;
    }

    private static List<String> complaints(String page) {
        try {
            // a help text is a fragment
            Document it = parser().parse(new InputSource(new StringReader("<page>" + page + "</page>")));
            return Stream.of(inline(it, "script"), inline(it, "style"), attributes(it))
                    .flatMap(each -> each)
                    .toList();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            return List.of("not well-formed: " + e.getMessage());
        }
    }

    private static Stream<String> inline(Document page, String tag) {
        return elements(page.getElementsByTagName(tag))
                .filter(each -> !each.hasAttribute("src"))
                .map(each -> "an inline " + tag);
    }

    private static Stream<String> attributes(Document page) {
        return elements(page.getElementsByTagName("*"))
                .flatMap(each -> IntStream.range(0, each.getAttributes().getLength())
                        .mapToObj(i -> each.getAttributes().item(i).getNodeName()))
                .filter(name -> name.matches("(?i)style|on[a-z]{3,}"))
                .map(name -> "the attribute " + name);
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }

    private static DocumentBuilder parser() throws ParserConfigurationException {
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        parser.setErrorHandler(null);
        return parser;
    }
}
