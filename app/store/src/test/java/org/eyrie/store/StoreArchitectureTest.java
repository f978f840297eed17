package org.eyrie.store;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Collectors;
import org.eyrie.store.statement.Statement;

@AnalyzeClasses(packages = "org.eyrie.store", importOptions = DoNotIncludeTests.class)
class StoreArchitectureTest {

    /** What other modules may use. */
    private static final List<String> OPEN =
            List.of("org.eyrie.store", "org.eyrie.store.query", "org.eyrie.store.settings");

    @ArchTest
    static final ArchRule THE_STORE_KNOWS_THE_VOCABULARY_AND_THE_DATABASE_ONLY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.eyrie.store..",
                    "org.eyrie.model",
                    "org.eyrie.model.access",
                    "org.eyrie.model.development",
                    "org.eyrie.model.job",
                    "org.eyrie.task",
                    "org.neo4j.driver..",
                    "ac.simons.neo4j.migrations..",
                    "java..",
                    "org.jspecify..");

    /** The package of the door, which has no name of its own below the module's, is one of them. */
    @ArchTest
    static final ArchRule PACKAGES_DO_NOT_GO_ROUND_IN_CIRCLES =
            slices().matching("org.eyrie.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule A_CALL_GOES_DOWN_ONE_FLOOR_AFTER_THE_OTHER = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("door")
            .definedBy("org.eyrie.store")
            .layer("port")
            .definedBy(
                    "..store.port..",
                    "..store.bulk..",
                    "..store.development..",
                    "..store.write..",
                    "..store.history..",
                    "..store.query..",
                    "..store.schema..")
            .layer("row")
            .definedBy("..store.row..")
            .layer("transaction")
            .definedBy("..store.transaction..")
            .layer("statement")
            .definedBy("..store.statement..")
            .whereLayer("door")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("port")
            .mayOnlyBeAccessedByLayers("door")
            .whereLayer("row")
            .mayOnlyBeAccessedByLayers("port")
            .whereLayer("transaction")
            .mayOnlyBeAccessedByLayers("door", "port");

    @ArchTest
    static void onlyWhatOthersNeedIsPublicWhereTheyMayLook(JavaClasses store) {
        assertThat(store.stream()
                        .filter(type -> OPEN.contains(type.getPackageName()))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder(
                        "Neo4jStores",
                        "StoreSettings",
                        "Occupancy",
                        "BulkLoader",
                        "StatementListener",
                        "SavedQueries",
                        "SavedQuery",
                        "Parameter",
                        "QueryResult");
    }

    /** A type that only its own package uses has no reason to be public. */
    @ArchTest
    static void whatIsPublicElsewhereIsUsedByAnotherPackage(JavaClasses store) {
        assertThat(store.stream()
                        .filter(type -> !OPEN.contains(type.getPackageName()))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> type.getDirectDependenciesToSelf().stream()
                                .allMatch(use ->
                                        use.getOriginClass().getPackageName().equals(type.getPackageName())))
                        .map(JavaClass::getName))
                .isEmpty();
    }

    @ArchTest
    static void everyStatementIsRunBySomebody(JavaClasses store) {
        JavaClass statements = store.get(Statement.class);
        assertThat(statements.getFields().stream()
                        .filter(field -> field.getRawType().equals(statements))
                        .filter(field -> field.getAccessesToSelf().stream()
                                .allMatch(access -> access.getOriginOwner().equals(statements)))
                        .map(field -> field.getName())
                        .collect(Collectors.toSet()))
                .isEmpty();
    }
}
