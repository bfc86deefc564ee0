package io.cerebro.bamboo;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ManifestIT {
    @Test
    void isThatOfAPluginThatNeedsNoTransforming() {
        var manifest = Bundle.manifest();
        assertThat(manifest.getValue("Atlassian-Plugin-Key")).isEqualTo("io.cerebro.bamboo-plugin");
        assertThat(manifest.getValue("Bundle-SymbolicName")).isEqualTo("io.cerebro.bamboo-plugin");
        assertThat(manifest.getValue("Bundle-ManifestVersion")).isEqualTo("2");
        assertThat(manifest.getValue("Bundle-Version")).isEqualTo("0.1.0.SNAPSHOT");
        // for the administration page
        assertThat(manifest.getValue("Export-Package")).isEqualTo("io.cerebro.bamboo.realm;version=\"0.1.0.SNAPSHOT\"");
        assertThat(manifest.getValue("Spring-Context")).isNull();
    }

    @Test
    void importsNothingThatMustBeThere() {
        assertThat(imports()).isNotEmpty().allMatch(each -> each.contains(";resolution:=optional"));
    }

    @Test
    void importsEveryPackageOfBamboosThatOurClassesKnow() {
        Set<String> known = Bundle.classes().stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency ->
                        dependency.getTargetClass().getBaseComponentType().getPackageName())
                .filter(name -> name.startsWith("com.atlassian."))
                .collect(toCollection(TreeSet::new));
        assertThat(imports().stream().map(each -> each.replaceFirst(";.*", ""))).containsAll(known);
    }

    private static Set<String> imports() {
        // the comma within a range of versions is none between packages
        return Arrays.stream(Bundle.manifest().getValue("Import-Package").split(",(?=[a-z])"))
                .collect(toCollection(TreeSet::new));
    }
}
