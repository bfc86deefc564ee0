package io.cerebro.bamboo;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.cerebro.bamboo.task.TaskKind;
import io.cerebro.signatures.Archive;
import io.cerebro.signatures.Signed;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContentsIT {
    private static final JavaClasses OURS = Bundle.classes();
    private static final Map<String, Signed> SIGNED =
            Signed.all("/bamboo-api.txt").stream().collect(Collectors.toMap(Signed::name, Function.identity()));

    @Test
    void bringsItsLibrariesAndNoMore() {
        assertThat(Bundle.libraries())
                .containsExactly(
                        "META-INF/lib/common.jar",
                        "META-INF/lib/curator-client.jar",
                        "META-INF/lib/curator-framework.jar",
                        "META-INF/lib/jackson-annotations.jar",
                        "META-INF/lib/jackson-core.jar",
                        "META-INF/lib/jackson-databind.jar",
                        "META-INF/lib/jackson-dataformat-yaml.jar",
                        "META-INF/lib/jackson-datatype-jdk8.jar",
                        "META-INF/lib/jackson-datatype-jsr310.jar",
                        "META-INF/lib/kotlin-stdlib.jar",
                        "META-INF/lib/okhttp-sse.jar",
                        "META-INF/lib/okhttp.jar",
                        "META-INF/lib/okio-jvm.jar",
                        "META-INF/lib/slf4j-api.jar",
                        "META-INF/lib/snakeyaml.jar",
                        "META-INF/lib/syslog-java-client.jar",
                        "META-INF/lib/zookeeper-jute.jar",
                        "META-INF/lib/zookeeper.jar");
    }

    @Test
    void findsEachOfThem() {
        List<String> path =
                List.of(Bundle.manifest().getValue("Bundle-ClassPath").split(","));
        assertThat(path).startsWith(".");
        assertThat(path.subList(1, path.size())).containsExactlyInAnyOrderElementsOf(Bundle.libraries());
    }

    @Test
    void isNotLargerThanItsLibraries() {
        assertThat(Bundle.file()).satisfies(file -> assertThat(file.length()).isLessThan(12_000_000));
    }

    @Test
    void isTheSameWheneverItIsBuilt() throws IOException {
        try (JarFile jar = new JarFile(Bundle.file())) {
            assertThat(jar.stream().map(entry -> entry.getTimeLocal().toLocalDate()))
                    .containsOnly(LocalDate.of(2026, 11, 23));
        }
        assertThat(Bundle.manifest().keySet().stream().map(Object::toString))
                .doesNotContain("Built-By", "Bnd-LastModified", "Atlassian-Build-Date");
    }

    /** Bamboo's would be hidden by it, and every cast would fail. */
    @Test
    void packsNoTypeOfBamboos() {
        var within = Bundle.libraries().stream()
                .flatMap(jar -> Archive.files(Bundle.files().get(jar)).keySet().stream());
        assertThat(Stream.concat(Bundle.files().keySet().stream(), within))
                .noneMatch(name -> name.startsWith("com/atlassian/") || name.contains("/com/atlassian/"))
                .noneMatch(name -> name.startsWith("com/google/common/"));
    }

    @Test
    void packsOurClassesAlone() {
        assertThat(Bundle.files().keySet().stream().filter(name -> name.endsWith(".class")))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("io/cerebro/bamboo/"));
    }

    @Test
    void knowsNoTypeOfBamboosThatWasNotLookedUp() {
        Set<String> known = OURS.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency ->
                        dependency.getTargetClass().getBaseComponentType().getName())
                .filter(name ->
                        name.startsWith("com.atlassian.") && !name.startsWith("com.atlassian.bamboo.specs.api."))
                .collect(toSet());
        assertThat(known).isNotEmpty().isSubsetOf(SIGNED.keySet());
    }

    @Test
    void callsNoMemberOfBamboosThatWasNotLookedUp() {
        Set<String> calls = OURS.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> SIGNED.containsKey(access.getTargetOwner().getName()))
                .filter(access -> !lookedUp(access))
                .map(JavaAccess::getDescription)
                .collect(toCollection(TreeSet::new));
        assertThat(calls).isEmpty();
    }

    private static boolean lookedUp(JavaAccess<?> access) {
        String name = access.getName();
        JavaClass owner = access.getTargetOwner();
        Stream<JavaClass> types = Stream.concat(Stream.of(owner), owner.getAllRawInterfaces().stream());
        boolean ofJava = access.getTarget()
                .resolveMember()
                .filter(member -> member.getOwner().getName().startsWith("java."))
                .isPresent();
        return ofJava
                || types.map(type -> SIGNED.get(type.getName()))
                        .filter(Objects::nonNull)
                        .flatMap(signed -> signed.surface().lines().stream())
                        .anyMatch(line -> line.contains(" " + name + "(") || line.endsWith(" " + name));
    }

    @Test
    void extendsOnlyWhatIsSignedWithEveryAbstractMember() {
        Set<String> calledOnly = SIGNED.values().stream()
                .filter(Signed::calledOnly)
                .map(Signed::name)
                .collect(toSet());
        assertThat(OURS.stream()
                        .flatMap(type -> Stream.concat(
                                type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream()))
                        .map(JavaClass::getName))
                .doesNotContainAnyElementsOf(calledOnly);
    }

    @Test
    void offersEveryTaskUnderItsKey() throws Exception {
        assertThat(Bundle.attributes("taskType", "key"))
                .containsExactlyElementsOf(Arrays.stream(TaskKind.values())
                        .map(TaskKind::moduleKey)
                        .toList());
        assertThat(Bundle.attributes("taskType", "name"))
                .containsExactlyElementsOf(
                        Arrays.stream(TaskKind.values()).map(TaskKind::title).toList());
        assertThat(Bundle.attributes("atlassian-plugin", "key")).containsExactly(TaskKind.PLUGIN);
    }

    @Test
    void bringsEveryFileThatItsDescriptorNames() throws Exception {
        assertThat(Bundle.attributes("resource", "location").stream()
                        .map(location -> location.equals("cerebro") ? "cerebro.properties" : location))
                .isSubsetOf(Bundle.files().keySet())
                .hasSizeGreaterThan(8);
    }
}
