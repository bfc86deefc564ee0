package io.cerebro;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Objects;

@AnalyzeClasses(
        packages = {"io.cerebro.cli", "io.cerebro.local", "io.cerebro.rehearsal"},
        importOptions = DoNotIncludeTests.class)
class LocalArchitectureTest {
    @ArchTest
    static final ArchRule THE_CODE_IS_AS_IT_IS_DRAWN = classes()
            .should(adhereToPlantUmlDiagram(
                    Objects.requireNonNull(LocalArchitectureTest.class.getResource("/local-architecture.puml")),
                    consideringOnlyDependenciesInDiagram()));
}
