package io.jenkins.plugins.cerebro;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.Extension;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.java.sezpoz.Index;
import org.jenkinsci.Symbol;
import org.junit.jupiter.api.Test;

class IndexesIT {
    @Test
    void nameEveryExtensionAndNothingElse() {
        Index<Extension, Object> index =
                Index.load(Extension.class, Object.class, getClass().getClassLoader());
        SortedSet<String> indexed = StreamSupport.stream(index.spliterator(), false)
                .map(each -> each.className())
                .collect(toCollection(TreeSet::new));
        assertThat(indexed).isEqualTo(annotatedWith(Extension.class));
    }

    @Test
    void nameEverySymbolAndNothingElse() {
        byte[] index = Hpi.ours().getOrDefault("META-INF/services/annotations/org.jenkinsci.Symbol", new byte[0]);
        assertThat(Hpi.text(index).lines()).containsExactlyElementsOf(annotatedWith(Symbol.class));
    }

    private static SortedSet<String> annotatedWith(Class<? extends Annotation> annotation) {
        return Hpi.classes().stream()
                .filter(type -> elements(type).anyMatch(each -> each.isAnnotationPresent(annotation)))
                .map(Class::getName)
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<AnnotatedElement> elements(Class<?> type) {
        return Stream.of(Stream.of(type), Stream.of(type.getDeclaredFields()), Stream.of(type.getDeclaredMethods()))
                .flatMap(each -> each);
    }
}
