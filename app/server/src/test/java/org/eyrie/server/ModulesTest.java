package org.eyrie.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.lang.ArchRule;
import java.lang.module.ModuleDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What modules keep to themselves. On the class path Java does not see to it. */
class ModulesTest {

    @Test
    void theVocabularySaysWhatIsForOthers() {
        assertThat(House.modules()).extracting(ModuleDescriptor::name).contains("org.eyrie.model", "org.eyrie.task");
    }

    @ParameterizedTest
    @MethodSource("org.eyrie.server.House#modules")
    void nobodyOutsideUsesAPackageThatAModuleKeepsToItself(ModuleDescriptor module) {
        assertThat(module.exports()).isNotEmpty();
        rule(module).check(House.CLASSES);
    }

    /** It has no module-info as long as its tests need the whole of Neo4j beside it. */
    @Test
    void nobodyReachesPastTheStoresDoor() {
        ModuleDescriptor store = ModuleDescriptor.newModule("org.eyrie.store")
                .exports("org.eyrie.store")
                .exports("org.eyrie.store.query")
                .exports("org.eyrie.store.settings")
                .build();
        rule(store).check(House.CLASSES);
    }

    @Test
    void aModuleThatHidesWhatOthersUseIsNoticed() {
        ModuleDescriptor secretive = ModuleDescriptor.newModule("org.eyrie.model")
                .exports("org.eyrie.model.memory")
                .build();
        assertThatThrownBy(() -> rule(secretive).check(House.CLASSES)).isInstanceOf(AssertionError.class);
    }

    private static ArchRule rule(ModuleDescriptor module) {
        String[] open = module.exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackage(module.name() + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(module.name() + "..").and(not(resideInAnyPackage(open))))
                .because("its module-info does not export that package");
    }
}
