package io.cerebro;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Objects;

@AnalyzeClasses(packages = "io.cerebro", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_CODE_IS_AS_IT_IS_DRAWN = classes()
            .should(adhereToPlantUmlDiagram(
                    Objects.requireNonNull(ArchitectureTest.class.getResource("/architecture.puml")),
                    consideringOnlyDependenciesInDiagram()));

    @ArchTest
    static final ArchRule THE_CORE_NEVER_SLEEPS = noClasses()
            .that()
            .resideInAPackage("io.cerebro.release..")
            .should()
            .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_CI_SERVER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("hudson..", "jenkins..", "org.jenkinsci..", "com.atlassian..");
}
