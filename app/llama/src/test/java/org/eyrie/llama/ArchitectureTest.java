package org.eyrie.llama;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.eyrie.llama");

    @Test
    void theEvaluatorKnowsTheJdkJSpecifyAndWeightsOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.eyrie.llama..", "org.eyrie.weights..", "java..", "org.jspecify..")
                .check(product);
    }

    @Test
    void itsPackagesHaveNoCycles() {
        slices().matching("org.eyrie.llama.(*)..").should().beFreeOfCycles().check(product);
    }
}
