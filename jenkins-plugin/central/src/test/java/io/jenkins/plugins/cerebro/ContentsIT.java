package io.jenkins.plugins.cerebro;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.signatures.Archive;
import io.cerebro.signatures.Signed;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContentsIT {
    @Test
    void bringsOnlyTheLibrariesThatNoOtherPluginCarries() {
        assertThat(libraries())
                .containsExactlyInAnyOrder(
                        "WEB-INF/lib/cerebro.jar",
                        "WEB-INF/lib/common-0.1.0-SNAPSHOT.jar",
                        "WEB-INF/lib/curator-client-5.9.0.jar",
                        "WEB-INF/lib/curator-framework-5.9.0.jar",
                        "WEB-INF/lib/okhttp-sse-4.12.0.jar",
                        "WEB-INF/lib/syslog-java-client-1.1.7.jar",
                        "WEB-INF/lib/zookeeper-3.8.5.jar",
                        "WEB-INF/lib/zookeeper-jute-3.8.5.jar");
    }

    @Test
    void packsOurClassesAndThoseOfTheLibrariesAlone() {
        assertThat(packedClasses())
                .isNotEmpty()
                .allMatch(name -> name.startsWith("io/jenkins/plugins/cerebro/")
                        || name.startsWith("io/cerebro/")
                        || name.startsWith("com/cloudbees/syslog/")
                        || name.startsWith("okhttp3/sse/")
                        || name.startsWith("okhttp3/internal/sse/")
                        || name.startsWith("org/apache/curator/")
                        || name.startsWith("org/apache/zookeeper/")
                        || name.startsWith("org/apache/jute/"));
    }

    @Test
    void packsNoSignature() {
        Set<String> signed = Signed.all("/jenkins-api.txt").stream()
                .map(each -> each.name().replace('.', '/') + ".class")
                .collect(toSet());
        assertThat(packedClasses())
                .doesNotContainAnyElementsOf(signed)
                .noneMatch(name -> name.startsWith("io/cerebro/signatures/"));
    }

    @Test
    void extendsOnlyWhatIsSignedWithEveryAbstractMember() {
        Set<String> calledOnly = Signed.all("/jenkins-api.txt").stream()
                .filter(Signed::calledOnly)
                .map(Signed::name)
                .collect(toSet());
        assertThat(Hpi.classes().stream().flatMap(ContentsIT::supertypes)).doesNotContainAnyElementsOf(calledOnly);
    }

    @Test
    void describesItselfInJenkins() {
        assertThat(Hpi.ours()).containsKey("index.jelly");
    }

    private static List<String> libraries() {
        return Hpi.files().keySet().stream()
                .filter(name -> name.endsWith(".jar"))
                .toList();
    }

    private static List<String> packedClasses() {
        var within =
                libraries().stream().flatMap(jar -> Archive.files(Hpi.files().get(jar)).keySet().stream());
        return Stream.concat(Hpi.files().keySet().stream(), within)
                .filter(name -> name.endsWith(".class"))
                .toList();
    }

    private static Stream<String> supertypes(Class<?> type) {
        return Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                .map(Class::getName);
    }
}
