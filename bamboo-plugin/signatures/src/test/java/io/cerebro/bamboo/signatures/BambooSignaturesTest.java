package io.cerebro.bamboo.signatures;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.bamboo.task.TaskResultBuilder;
import com.atlassian.bamboo.task.TaskState;
import io.cerebro.signatures.Signed;
import io.cerebro.signatures.Surface;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BambooSignaturesTest {
    private static final Path CLASSES = Path.of("target/classes");

    static List<Signed> signed() {
        return Signed.all("/bamboo-api.txt");
    }

    @ParameterizedTest
    @MethodSource("signed")
    void showsWhatBambooShows(Signed it) throws ClassNotFoundException {
        assertThat(Surface.of(Class.forName(it.name())).lines())
                .isEqualTo(it.surface().lines());
    }

    @Test
    void signsNothingThatWasNotLookedUp() throws IOException {
        assertThat(classes())
                .isEqualTo(signed().stream().map(Signed::name).collect(toCollection(TreeSet::new)))
                .isNotEmpty();
    }

    @Test
    void saysOfEachTypeWhereItWasRead() {
        assertThat(signed()).allSatisfy(it -> assertThat(it.source()).matches("(jd|src) .+"));
    }

    @Test
    void buildsResultsThatTellTheirState() {
        var builder = TaskResultBuilder.newBuilder(null);
        assertThat(builder.success().build().getTaskState()).isEqualTo(TaskState.SUCCESS);
        assertThat(builder.failed().build().getTaskState()).isEqualTo(TaskState.FAILED);
        assertThat(builder.failedWithError().build().getTaskState()).isEqualTo(TaskState.ERROR);
    }

    private static SortedSet<String> classes() throws IOException {
        try (var files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.replaceFirst("\\.class$", "").replace('/', '.'))
                    .collect(toCollection(TreeSet::new));
        }
    }
}
