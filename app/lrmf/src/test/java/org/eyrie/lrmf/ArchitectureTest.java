package org.eyrie.lrmf;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.eyrie.lrmf");

    @Test
    void theEngineKnowsTheJdkJSpecifyEjmlAndProgressOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.eyrie.lrmf..",
                        "java..",
                        "jdk.incubator.vector..",
                        "org.jspecify..",
                        "org.ejml..",
                        "org.eyrie.task..")
                .check(product);
    }

    @Test
    void itsPackagesHaveNoCycles() {
        slices().matching("org.eyrie.lrmf.(*)..").should().beFreeOfCycles().check(product);
    }
}
