package io.cerebro.bamboo.task;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** atlassian-plugin.xml declares the tasks as they are. */
class ModulesTest {
    private static final Path RESOURCES = Path.of("../src/main/resources");

    private final Map<String, Element> modules = new HashMap<>();

    @BeforeEach
    void read() throws Exception {
        var tasks = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(RESOURCES.resolve("atlassian-plugin.xml").toFile())
                .getElementsByTagName("taskType");
        for (int i = 0; i < tasks.getLength(); i++) {
            Element task = (Element) tasks.item(i);
            modules.put(task.getAttribute("key"), task);
        }
    }

    @Test
    void areAllOfThem() {
        assertThat(modules.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(TaskKind.values()).map(TaskKind::moduleKey).toList());
    }

    @ParameterizedTest
    @EnumSource
    void haveTheirFormExporterHelpAndIcon(TaskKind kind) {
        Element task = requireNonNull(modules.get(kind.moduleKey()));

        assertThat(task.getAttribute("name")).isEqualTo(kind.title());
        assertThat(attribute(task, "description", "key"))
                .isEqualTo("cerebro.task." + kind.moduleKey() + ".description");
        assertThat(attribute(task, "configuration", "class"))
                .isEqualTo(TaskFormTest.form(kind).getClass().getName());
        assertThat(attribute(task, "exporter", "class")).isEqualTo(TaskExporter.class.getName());
        var resources = task.getElementsByTagName("resource");
        assertThat(resources.getLength()).isEqualTo(2);
        assertThat(((Element) resources.item(0)).getAttribute("location"))
                .isEqualTo("templates/cerebro-" + kind.moduleKey() + ".ftl");
        assertThat(Stream.of(0, 1).map(i -> ((Element) resources.item(i)).getAttribute("location")))
                .allMatch(location -> Files.isRegularFile(RESOURCES.resolve(location)));
    }

    private static String attribute(Element task, String child, String name) {
        return ((Element) task.getElementsByTagName(child).item(0)).getAttribute(name);
    }
}
