package io.cerebro.signatures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;
import org.jvnet.hudson.annotation_indexer.Indexed;

/** Lists, while the plugin is compiled, what carries {@code @Symbol} and the like, where Jenkins looks for it. */
@SupportedAnnotationTypes("*")
public final class Indexer extends AbstractProcessor {
    // Jenkins's own processor, org.jenkins-ci:annotation-indexer, is on Maven Central, but the parent of its POM is not
    private final Map<String, SortedSet<String>> found = new TreeMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            if (annotation.getAnnotation(Indexed.class) != null) {
                SortedSet<String> classes =
                        found.computeIfAbsent(annotation.getQualifiedName().toString(), it -> new TreeSet<>());
                round.getElementsAnnotatedWith(annotation).forEach(each -> classes.add(classOf(each)));
            }
        }
        if (round.processingOver()) {
            found.forEach(this::write);
        }
        return false;
    }

    private String classOf(Element element) {
        return element instanceof TypeElement type
                ? processingEnv.getElementUtils().getBinaryName(type).toString()
                : classOf(element.getEnclosingElement());
    }

    private void write(String annotation, SortedSet<String> classes) {
        String name = "META-INF/services/annotations/" + annotation;
        try (var out = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", name)
                .openWriter()) {
            out.write(String.join("\n", classes) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("tried to write " + name + " but " + e.getMessage(), e);
        }
    }
}
