package io.cerebro.bamboo;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.cerebro.signatures.Archive;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** The packaged plugin: a jar with its libraries in {@code META-INF/lib}. */
public final class Bundle {
    public static final Path FILE = Path.of("target/cerebro-bamboo-plugin-0.1.0-SNAPSHOT.jar");

    private Bundle() {}

    static Map<String, byte[]> files() {
        return Archive.files(FILE);
    }

    static List<String> libraries() {
        return files().keySet().stream().filter(name -> name.endsWith(".jar")).toList();
    }

    static Attributes manifest() {
        try {
            return new Manifest(new ByteArrayInputStream(files().get("META-INF/MANIFEST.MF"))).getMainAttributes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document descriptor() throws Exception {
        byte[] xml = files().get("atlassian-plugin.xml");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    /** The values of an attribute, wherever the descriptor has it. */
    static List<String> attributes(String element, String attribute) throws Exception {
        var nodes = descriptor().getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i ->
                        nodes.item(i).getAttributes().getNamedItem(attribute).getNodeValue())
                .toList();
    }

    static JavaClasses classes() {
        try (JarFile jar = new JarFile(FILE.toFile())) {
            return new ClassFileImporter().importJar(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static File file() {
        return FILE.toFile();
    }
}
