package org.eyrie.server;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;
import org.eyrie.develop.policy.SearchPolicy;
import org.eyrie.develop.port.MergeEvaluator;
import org.eyrie.develop.port.MergeMaker;
import org.eyrie.engine.fit.Numbering;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.model.development.FinalScore;
import org.eyrie.model.development.FinalsLedger;
import org.eyrie.model.development.ProgramProposer;
import org.eyrie.server.developing.FinalTest;
import org.eyrie.server.developing.TestItems;
import org.eyrie.server.developing.TestScore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the modules promise each other, over the classes of all of them. */
class HouseTest {

    private static final JavaClasses HOUSE = House.CLASSES;

    @ParameterizedTest
    @CsvSource({
        "store, sources",
        "store, lrmf",
        "store, embedded",
        "store, engine",
        "store, server",
        "sources, store",
        "sources, lrmf",
        "sources, embedded",
        "sources, engine",
        "sources, server",
        "lrmf, model",
        "lrmf, store",
        "lrmf, sources",
        "lrmf, embedded",
        "lrmf, engine",
        "lrmf, server",
        "boosting, store",
        "boosting, sources",
        "boosting, embedded",
        "boosting, engine",
        "boosting, server",
        "store, boosting",
        "sources, boosting",
        "lrmf, boosting",
        "engine, boosting",
        "model, boosting",
        "embedded, store",
        "embedded, sources",
        "embedded, lrmf",
        "embedded, engine",
        "embedded, server",
        "engine, store",
        "engine, sources",
        "engine, embedded",
        "engine, server",
        "model, store",
        "model, sources",
        "model, lrmf",
        "model, embedded",
        "model, engine",
        "model, server",
        "model, task",
        "store, llama",
        "sources, llama",
        "lrmf, llama",
        "engine, llama",
        "model, llama",
        "embedded, llama",
        "store, weights",
        "store, program",
        "sources, weights",
        "sources, program",
        "lrmf, weights",
        "lrmf, program",
        "boosting, weights",
        "boosting, program",
        "embedded, weights",
        "embedded, program",
        "engine, weights",
        "engine, program",
        "model, weights",
        "model, program",
        "store, develop",
        "sources, develop",
        "lrmf, develop",
        "program, develop",
        "model, develop",
        "embedded, develop",
        "develop, engine",
        "develop, weights",
        "develop, llama",
        "develop, server",
    })
    void aModuleDoesNotKnow(String module, String other) {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("org.eyrie." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eyrie." + other + "..");
        rule.check(HOUSE);
    }

    @Test
    void micronautLivesInTheServersRestPackageAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.eyrie.server.rest..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micronaut..")
                .check(HOUSE);
    }

    @Test
    void nativeTreesLiveInTheBaselineAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.eyrie.boosting..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.metarank..", "com.microsoft..")
                .check(HOUSE);
    }

    @Test
    void theModelKnowsTheJdkAndJSpecifyOnly() {
        classes()
                .that()
                .resideInAPackage("org.eyrie.model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.eyrie.model..", "java..", "org.jspecify..")
                .check(HOUSE);
    }

    @Test
    void theEvaluatorKnowsTheJdkJSpecifyAndWeightsOnly() {
        classes()
                .that()
                .resideInAPackage("org.eyrie.llama..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.eyrie.llama..", "org.eyrie.weights..", "java..", "org.jspecify..")
                .check(HOUSE);
    }

    @Test
    void progressKnowsTheJdkAndJSpecifyOnly() {
        classes()
                .that()
                .resideInAPackage("org.eyrie.task..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.eyrie.task..", "java..", "org.jspecify..")
                .check(HOUSE);
    }

    @Test
    void weightsKnowTheJdkAndJSpecifyOnly() {
        classes()
                .that()
                .resideInAPackage("org.eyrie.weights..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.eyrie.weights..", "java..", "org.jspecify..")
                .check(HOUSE);
    }

    @Test
    void programsKnowTheModelOnlyAndNothingThatCouldRunText() {
        classes()
                .that()
                .resideInAPackage("org.eyrie.program..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.eyrie.program..", "org.eyrie.model..", "java..", "org.jspecify..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("org.eyrie.program..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.lang.reflect..", "javax.script..", "java.net..", "java.nio.file..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ClassLoader.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Process.class)
                .check(HOUSE);
    }

    @Test
    void theFactorisationKnowsEjmlAndProgressOnly() {
        classes()
                .that()
                .resideInAPackage("org.eyrie.lrmf..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.eyrie.lrmf..",
                        "java..",
                        "jdk.incubator.vector..",
                        "org.jspecify..",
                        "org.ejml..",
                        "org.eyrie.task..")
                .check(HOUSE);
    }

    @Test
    void useCasesKnowTheModelTheFactorisationAndProgressOnly() {
        classes()
                .that()
                .resideInAPackage("org.eyrie.engine..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.eyrie.engine..",
                        "org.eyrie.model..",
                        "org.eyrie.lrmf..",
                        "org.eyrie.task..",
                        "java..",
                        "org.jspecify..")
                .check(HOUSE);
    }

    @Test
    void whoChoosesAmongMergesHasNoWayToTestItems() {
        classes()
                .that()
                .resideInAPackage("org.eyrie.develop..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.eyrie.develop..",
                        "org.eyrie.model..",
                        "org.eyrie.program..",
                        "org.eyrie.lrmf..",
                        "org.eyrie.task..",
                        "java..",
                        "org.jspecify..")
                .check(HOUSE);
        noClasses()
                .that()
                .implement(SearchPolicy.class)
                .or()
                .implement(ProgramProposer.class)
                .or()
                .implement(MergeMaker.class)
                .or()
                .implement(MergeEvaluator.class)
                .should()
                .dependOnClassesThat(belongToAnyOf(TestItems.class, FinalTest.class, TestScore.class))
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("org.eyrie.develop..")
                .should()
                .dependOnClassesThat(belongToAnyOf(FinalsLedger.class, FinalScore.class))
                .check(HOUSE);
    }

    @Test
    void namesBecomeIndicesInOneClass() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.eyrie.lrmf..")
                .and()
                .doNotHaveFullyQualifiedName(Numbering.class.getName())
                .should()
                .callConstructorWhere(target(
                        owner(belongToAnyOf(Problem.class, LineageGraph.class, ModelTraits.class, Observations.class))))
                .check(HOUSE);
    }

    @Test
    void whatLiesBehindThemKnowsNeitherRestNorTheCommandLine() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.eyrie.engine.fit..",
                        "org.eyrie.engine.ask..",
                        "org.eyrie.server.stores..",
                        "org.eyrie.engine.trial..",
                        "org.eyrie.server.job..",
                        "org.eyrie.server.json..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eyrie.server.rest..", "org.eyrie.server.cli..", "org.eyrie.server.out..")
                .check(HOUSE);
    }

    @Test
    void packagesDoNotGoRoundInCircles() {
        slices().matching("org.eyrie.program.(*)..").should().beFreeOfCycles().check(HOUSE);
        slices().matching("org.eyrie.develop.(*)..").should().beFreeOfCycles().check(HOUSE);
        slices().matching("org.eyrie.engine.(*)..").should().beFreeOfCycles().check(HOUSE);
        slices().matching("org.eyrie.server.(*)..").should().beFreeOfCycles().check(HOUSE);
        slices().matching("org.eyrie.server.cli.(*)..")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    @Test
    void commandsDoNotKnowTheOneThatHoldsThem() {
        noClasses()
                .that()
                .resideInAPackage("org.eyrie.server.cli.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eyrie.server.cli")
                .check(HOUSE);
    }

    @Test
    void nobodyReadsTheClockOrTheEnvironmentOnTheSideInUseCases() {
        noClasses()
                .that()
                .resideInAnyPackage("org.eyrie.engine.fit..", "org.eyrie.engine.ask..")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(HOUSE);
    }

    @Test
    void whatUseCasesCallAThingTheMethodDoesNotCallAnother() {
        assertThat(simpleNames("org.eyrie.engine")).doesNotContainAnyElementsOf(simpleNames("org.eyrie.lrmf"));
    }

    private static Set<String> simpleNames(String module) {
        return HOUSE.stream()
                .filter(type -> type.isTopLevelClass() && type.getPackageName().startsWith(module))
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .collect(Collectors.toSet());
    }
}
