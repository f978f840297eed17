package org.eyrie.sources;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
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
    static final ArchRule whatASourceIsKnowsNoSource = noClasses()
            .that()
            .resideInAPackage("org.eyrie.sources.spi")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.eyrie.sources..").and(not(resideInAPackage("org.eyrie.sources.spi"))));

    @ArchTest
    static final ArchRule importingKnowsNoFormat = noClasses()
            .that()
            .resideInAPackage("org.eyrie.sources.importing")
            .should()
            .dependOnClassesThat(resideInAPackage("org.eyrie.sources..")
                    .and(not(resideInAnyPackage("org.eyrie.sources.spi", "org.eyrie.sources.importing"))));

    @ArchTest
    static final ArchRule noSourceKnowsHowItIsImported = noClasses()
            .that()
            .resideInAPackage("org.eyrie.sources..")
            .and()
            .resideOutsideOfPackage("org.eyrie.sources.importing")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eyrie.sources.importing");

    @ArchTest
    static final ArchRule everyClassHasAPackageOfItsOwnKind =
            noClasses().should().resideInAPackage("org.eyrie.sources");

    @ArchTest
    static final ArchRule noTwoPackagesNeedEachOther =
            slices().matching("org.eyrie.sources.(*)..").should().beFreeOfCycles();
}
