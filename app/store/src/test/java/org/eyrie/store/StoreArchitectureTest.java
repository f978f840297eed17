package org.eyrie.store;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Collectors;

@AnalyzeClasses(packages = "org.eyrie.store", importOptions = DoNotIncludeTests.class)
class StoreArchitectureTest {

    @ArchTest
    static final ArchRule THE_STORE_KNOWS_THE_VOCABULARY_AND_THE_DATABASE_ONLY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.eyrie.store..",
                    "org.eyrie.model",
                    "org.neo4j.driver..",
                    "ac.simons.neo4j.migrations..",
                    "java..",
                    "org.jspecify..");

    @ArchTest
    static void onlyWhatOthersNeedIsPublic(JavaClasses store) {
        assertThat(store.stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder(
                        "Neo4jStores", "StoreSettings", "SavedQueries", "SavedQuery", "Parameter", "QueryResult");
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
