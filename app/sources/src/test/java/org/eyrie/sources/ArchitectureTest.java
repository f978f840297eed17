package org.eyrie.sources;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.eyrie", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule sourcesKnowThePortsAndNothingBehindThem = noClasses()
            .that()
            .resideInAPackage("org.eyrie.sources..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.eyrie.store..",
                    "org.eyrie.lrmf..",
                    "org.eyrie.embedded..",
                    "org.eyrie.server..",
                    "org.neo4j..",
                    "io.micronaut..");

    @ArchTest
    static final ArchRule whatSourcesShareKnowsNoneOfThem = noClasses()
            .that()
            .resideInAPackage("org.eyrie.sources")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eyrie.sources.*..");

    @ArchTest
    static final ArchRule noTwoPackagesNeedEachOther =
            slices().matching("org.eyrie.sources.(*)..").should().beFreeOfCycles();
}
