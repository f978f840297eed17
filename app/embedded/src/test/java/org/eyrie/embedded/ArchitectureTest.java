package org.eyrie.embedded;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

@AnalyzeClasses(packagesOf = EmbeddedNeo4j.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsTheJdkAndTheVocabularyOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "com.sun.management..",
                    "org.jspecify..",
                    "org.eyrie.model..",
                    "org.eyrie.task..",
                    "org.eyrie.embedded..");

    private static final DescribedPredicate<JavaClass> RUN_BESIDE_NEO4J =
            simpleName("Leash").or(simpleName("ArchiveOrder"));

    @ArchTest
    static final ArchRule theLeashKnowsTheJdkOnly = classes()
            .that(RUN_BESIDE_NEO4J)
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", "org.jspecify..").or(RUN_BESIDE_NEO4J))
            .because("it runs in the process of Neo4j, where nothing else of ours is");

    /** Inside one package nothing else keeps two classes from needing each other. */
    @ArchTest
    static final ArchRule classesDoNotGoRoundInCircles =
            slices().assignedFrom(new EachClass()).should().beFreeOfCycles();

    private static final class EachClass implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getName().replaceFirst("\\$.*", ""));
        }

        @Override
        public String getDescription() {
            return "each class with those inside it";
        }
    }
}
