package io.jenkins.plugins.cerebro;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormsIT {
    private static final Path SOURCES = Path.of("../src/main/java");

    @Test
    void explainEveryField() {
        assertThat(Form.all().stream()
                        .flatMap(form -> form.fields().stream()
                                .filter(field -> form.page("help-" + field + ".html")
                                        .orElse("")
                                        .isBlank())
                                .map(field -> form.type().getName() + " has no help-" + field + ".html")))
                .isEmpty();
    }

    @Test
    void askForEveryField() {
        assertThat(Form.all().stream()
                        .flatMap(form -> form.fields().stream()
                                .filter(field -> !form.config().contains("field=\"" + field + "\""))
                                .map(field ->
                                        form.type().getName() + " has no config.jelly with field=\"" + field + "\"")))
                .isEmpty();
    }

    @Test
    void areFoundWhereverTheSourcesBindData() throws IOException {
        SortedSet<String> found = Form.all().stream()
                .filter(form -> !form.fields().isEmpty())
                .map(form -> form.type().getName().replaceFirst("\\$.*", ""))
                .collect(toCollection(TreeSet::new));
        assertThat(found).containsAll(sourcesThatBindData());
    }

    private static SortedSet<String> sourcesThatBindData() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            read(file).matches("(?s).*@DataBoundSetter\\s.*|.*@DataBoundConstructor\\s+[^(]*\\([^)].*"))
                    .filter(file -> !read(file).contains("abstract class"))
                    .map(file -> SOURCES.relativize(file)
                            .toString()
                            .replaceFirst("\\.java$", "")
                            .replace('/', '.'))
                    .collect(toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
