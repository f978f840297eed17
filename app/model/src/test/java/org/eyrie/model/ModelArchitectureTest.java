package org.eyrie.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.eyrie.model", importOptions = DoNotIncludeTests.class)
class ModelArchitectureTest {

    @ArchTest
    static final ArchRule THE_VOCABULARY_KNOWS_THE_JDK_ONLY = classes()
            .that()
            .resideInAPackage("org.eyrie.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.eyrie.model..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule THE_VOCABULARY_KNOWS_NO_IMPLEMENTATION = noClasses()
            .that()
            .resideInAPackage("org.eyrie.model")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eyrie.model.memory");
}
