package io.jenkins.plugins.cerebro;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

/** What the web can call. */
class DoMethodsTest {
    private final List<JavaMethod> methods = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.jenkins.plugins.cerebro")
                    .stream()
                    .flatMap(type -> type.getMethods().stream())
                    .filter(method -> method.getName().matches("do[A-Z].*"))
                    .filter(method -> !method.isAnnotatedWith(GET.class))
                    .toList();

    @Test
    void takeNothingButPost() {
        assertThat(methods)
                .isNotEmpty()
                .allMatch(method -> method.isAnnotatedWith(POST.class) || method.isAnnotatedWith(RequirePOST.class));
    }

    @Test
    void askForAPermissionBeforeTheyDoAnything() {
        assertThat(methods)
                .filteredOn(method -> !method.getName().matches("do(Check|Fill).*"))
                .isNotEmpty()
                .allMatch(method -> calls(method, "checkPermission"));
    }

    @Test
    void sayNothingOfTheRealmsToThoseWhoMayNotConfigureThem() {
        assertThat(methods)
                .filteredOn(method -> method.getOwner().getPackageName().endsWith(".realm"))
                .filteredOn(method -> method.getName().matches("do(Check|Fill).*"))
                .filteredOn(
                        method -> !method.getName().matches("doFill(OnNotEnoughData|Transport|Facility|Capacity)Items"))
                .isNotEmpty()
                .allMatch(method -> method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getSimpleName().matches("Check|CredentialsChoice")));
    }

    private static boolean calls(JavaMethod method, String name) {
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getName().equals(name));
    }
}
