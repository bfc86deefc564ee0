package io.cerebro.bamboo.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.release.Overrides;
import io.cerebro.release.Settings;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskKindTest {
    /** What only a realm says: no release of its own needs another. */
    private static final Set<String> THE_REALMS = Set.of("routerWithin", "drain");

    @Test
    void offersEveryOverrideThatThereIs() {
        Set<String> wanted = new TreeSet<>(Overrides.NAMES);
        wanted.removeAll(THE_REALMS);

        for (TaskKind kind : List.of(TaskKind.RELEASE, TaskKind.PLAN)) {
            assertThat(overrides(kind)).as(kind.title()).isEqualTo(wanted);
        }
        Set<String> isolated = new TreeSet<>(wanted);
        isolated.remove("partialBake");
        assertThat(overrides(TaskKind.CANARY_ISOLATED)).isEqualTo(isolated);
        Set<String> partial = new TreeSet<>(wanted);
        partial.remove("isolatedBake");
        assertThat(overrides(TaskKind.CANARY_PARTIAL)).isEqualTo(partial);
    }

    @ParameterizedTest
    @EnumSource
    void hasEachFieldOnce(TaskKind kind) {
        assertThat(kind.keys()).doesNotHaveDuplicates().startsWith("realm");
    }

    @Test
    void hasTheDefaultsOfTheCore() {
        assertThat(Stream.of(TaskKind.values()).flatMap(kind -> kind.fields().stream()))
                .filteredOn(field -> field.override().isPresent())
                .allSatisfy(field -> assertThat(field.byDefault())
                        .isEqualTo(Overrides.of(Settings.DEFAULT)
                                .fields()
                                .getOrDefault(field.override().orElseThrow(), "")));
        assertThat(Field.BAKE_ISOLATED.byDefault()).isEqualTo("10s");
        assertThat(Field.BAKE_PARTIAL.byDefault()).isEqualTo("1m");
    }

    @Test
    void isNamedAsInBamboo() {
        assertThat(Stream.of(TaskKind.values()).map(TaskKind::completeKey))
                .containsExactly(
                        "io.cerebro.bamboo-plugin:build",
                        "io.cerebro.bamboo-plugin:plan",
                        "io.cerebro.bamboo-plugin:deploy",
                        "io.cerebro.bamboo-plugin:canary.isolated",
                        "io.cerebro.bamboo-plugin:canary.partial",
                        "io.cerebro.bamboo-plugin:promote",
                        "io.cerebro.bamboo-plugin:rollback",
                        "io.cerebro.bamboo-plugin:release",
                        "io.cerebro.bamboo-plugin:scale",
                        "io.cerebro.bamboo-plugin:job");
    }

    private static Set<String> overrides(TaskKind kind) {
        Set<String> names = new TreeSet<>();
        kind.fields().forEach(field -> field.override().ifPresent(names::add));
        return names;
    }
}
