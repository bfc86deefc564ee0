package io.cerebro.signatures;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignaturesTest {
    private static final Path CLASSES = Path.of("target/classes");

    static List<Signed> signed() {
        return Signed.all("/jenkins-api.txt");
    }

    @ParameterizedTest
    @MethodSource("signed")
    void showsWhatJenkinsShows(Signed it) throws ClassNotFoundException {
        assertThat(surface(it.name()).lines()).isEqualTo(it.surface().lines());
    }

    @Test
    void signsNothingThatWasNotLookedUp() throws IOException {
        assertThat(classes())
                .isEqualTo(signed().stream().map(Signed::name).collect(toCollection(TreeSet::new)))
                .isNotEmpty();
    }

    @Test
    void tellsWhatTheRealTypeLacksAndWhatItAddsForThoseWhoImplementIt() throws ClassNotFoundException {
        Signed action = named("hudson.model.Action");
        assertThat(action.differencesFrom(surface("hudson.model.Saveable")))
                .containsExactly(
                        "hudson.model.Action is signed, but lacks: extends hudson.model.ModelObject",
                        "hudson.model.Action is signed, but lacks: public abstract String getDisplayName()",
                        "hudson.model.Action is signed, but lacks: public abstract String getIconFileName()",
                        "hudson.model.Action is signed, but lacks: public abstract String getUrlName()",
                        "hudson.model.Action is signed, but lacks: public interface hudson.model.Action",
                        "hudson.model.Action is signed without: public abstract void save() throws java.io.IOException");
    }

    @Test
    void leavesOutWhatIsAddedToATypeThatWeMerelyCall() throws ClassNotFoundException {
        Signed action = named("hudson.model.Action");
        var called = new Signed("hudson.model.Action", "a later Jenkins", true, new Surface(new TreeSet<>()));
        assertThat(called.differencesFrom(action.surface())).isEmpty();
    }

    private static Signed named(String name) {
        return signed().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Surface surface(String name) throws ClassNotFoundException {
        return Surface.of(Class.forName(name, false, SignaturesTest.class.getClassLoader()));
    }

    private static SortedSet<String> classes() throws IOException {
        try (var files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.startsWith("io/cerebro/"))
                    .map(file -> file.replaceFirst("\\.class$", "").replace('/', '.'))
                    .filter(name -> !name.matches(".*\\$\\d+"))
                    .collect(toCollection(TreeSet::new));
        }
    }
}
