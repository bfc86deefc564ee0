package io.cerebro.bamboo.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of the tasks names each task, and every field with its default. */
class TasksDocumentationTest {
    private static final Path PAGE = Path.of("../../docs/bamboo/README.md");

    @ParameterizedTest
    @EnumSource
    void showsEveryFieldWithItsDefault(TaskKind kind) throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| "))
                .toList();

        assertThat(rows).anyMatch(row -> row.startsWith("| " + kind.title() + " | `" + kind.moduleKey() + "` | "));
        for (Field field : kind.fields()) {
            assertThat(rows)
                    .as("%s of %s", field.key(), kind)
                    .anyMatch(row -> row.split(" \\| ")[0].contains("`" + field.key() + "`")
                            && row.contains(field.byDefault().isEmpty() ? "" : "`" + field.byDefault() + "`"));
        }
    }
}
