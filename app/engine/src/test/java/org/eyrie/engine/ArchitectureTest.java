package org.eyrie.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.eyrie.engine", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule useCasesKnowThePortsTheMethodAndProgressOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.eyrie.engine..",
                    "org.eyrie.model..",
                    "org.eyrie.lrmf..",
                    "org.eyrie.task..",
                    "java..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule itsPackagesHaveNoCycles =
            slices().matching("org.eyrie.engine.(*)..").should().beFreeOfCycles();
}
