package org.eyrie.engine.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eyrie.engine.World;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.model.NoFamilyEvidenceException;
import org.eyrie.model.Relation;
import org.eyrie.model.UnknownBenchmarkException;
import org.eyrie.model.UnknownModelException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NextEvaluationsTest {

    private static final ModelId MIX = new ModelId("acme/mix-7b");
    private static final ModelId TUNED = new ModelId("acme/tuned-7b");
    private static final ModelId OTHER = new ModelId("acme/other-7b");
    private static final ModelId A = new ModelId("acme/a-7b");

    private static Asking asking;

    @BeforeAll
    static void fitOnce() {
        World world = World.ofOneFamily()
                .model("acme/tuned-7b", "LlamaForCausalLM", 7.0)
                .made("acme/tuned-7b", "acme/mix-7b", Relation.FINETUNE)
                .model("acme/other-7b", "LlamaForCausalLM", 7.0)
                .made("acme/other-7b", "acme/a-7b", Relation.FINETUNE)
                .model("else/lone", "MambaForCausalLM", 3.0)
                .withFurtherFamilies();
        asking = Asking.of(world.fitted().stores());
    }

    private static EvaluationChoice howGood(ModelId model, Map<BenchmarkId, Double> costs, BenchmarkId... benchmarks) {
        return asking.nextEvaluations()
                .ask(EvaluationQuestion.howGood(model, List.of(benchmarks), costs, EvaluationQuestion.MOST_COUNT));
    }

    private static EvaluationChoice best(
            List<ModelId> among, @Nullable ModelId family, Map<BenchmarkId, Double> costs) {
        return asking.nextEvaluations()
                .ask(new EvaluationQuestion(
                        null, Map.of(World.MATH, 1.0), among, family, costs, EvaluationQuestion.MOST_COUNT));
    }

    private static EvaluationChoice.ProposedRun run(EvaluationChoice choice, ModelId model, BenchmarkId benchmark) {
        return choice.runs().stream()
                .filter(each -> each.model().equals(model) && each.benchmark().equals(benchmark))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aModelsOwnRunTellsMostAndEveryRunNarrowsTheInterval() {
        EvaluationChoice choice = howGood(MIX, Map.of(), World.MATH);

        assertThat(choice.benchmarks()).containsExactly(World.MATH);
        assertThat(choice.runs().get(0).model()).isEqualTo(MIX);
        assertThat(choice.runs().get(0).benchmark()).isEqualTo(World.MATH);
        assertThat(choice.runs())
                .extracting(EvaluationChoice.ProposedRun::model)
                .contains(TUNED);
        assertThat(choice.runs()).isSortedAccordingTo(Comparator.comparingDouble(run -> -run.gainPerCost()));
        Estimate now = Objects.requireNonNull(
                asking.predictions().of(MIX, List.of(World.MATH), false).get(0).predicted());
        assertThat(choice.now()).isCloseTo(now.upper() - now.lower(), within(1e-12));
        for (EvaluationChoice.ProposedRun run : choice.runs()) {
            assertThat(run.gain()).isBetween(1e-3, 1.0);
            assertThat(run.after()).isNotNegative().isLessThan(choice.now());
            assertThat(run.cost()).isEqualTo(100);
            assertThat(run.gainPerCost()).isCloseTo(run.gain() / 100, within(1e-15));
        }
    }

    @Test
    void aRunOfWhatIsAskedSettlesItAndOthersDoNot() {
        EvaluationChoice one = howGood(MIX, Map.of(), World.MATH);
        assertThat(run(one, MIX, World.MATH).gain()).isEqualTo(1);
        assertThat(run(one, MIX, World.MATH).after()).isZero();
        assertThat(one.runs().stream().filter(run -> !run.model().equals(MIX)))
                .isNotEmpty()
                .allMatch(run -> run.gain() < 0.9 && run.after() > 0);

        EvaluationChoice two = howGood(MIX, Map.of(), World.MATH, World.QA);
        double shares =
                run(two, MIX, World.MATH).gain() + run(two, MIX, World.QA).gain();
        assertThat(shares).isBetween(1.0, 1.5); // each tells something of the other too
    }

    @Test
    void whatIsMeasuredIsNamedAndNeverProposed() {
        EvaluationChoice choice = howGood(A, Map.of());
        assertThat(choice.benchmarks()).isEmpty();
        assertThat(choice.runs()).isEmpty();
        assertThat(choice.now()).isZero();
        assertThat(choice.warnings()).anyMatch(warning -> warning.contains("nothing left to predict"));
        assertThat(choice.measured()).contains(new EvaluationChoice.MeasuredCell(A, World.MATH, 0.3));

        EvaluationChoice mix = howGood(MIX, Map.of(), World.MATH, World.QA);
        assertThat(mix.measured()).contains(new EvaluationChoice.MeasuredCell(A, World.MATH, 0.3));
        assertThat(mix.runs()).extracting(EvaluationChoice.ProposedRun::model).doesNotContain(A);
        assertThat(best(List.of(), A, Map.of()).measured())
                .contains(new EvaluationChoice.MeasuredCell(A, World.MATH, 0.3));
    }

    @Test
    void theUnrelatedAreNotProposed() {
        assertThat(howGood(MIX, Map.of(), World.MATH, World.QA).runs())
                .isNotEmpty()
                .allMatch(run -> run.model().value().startsWith("acme/"));
    }

    @Test
    void costsScaleTheOrderAndWhatHasNoneIsLeftOut() {
        EvaluationChoice even = howGood(MIX, Map.of(World.MATH, 1.0, World.QA, 1.0), World.MATH);
        EvaluationChoice dear = howGood(MIX, Map.of(World.MATH, 1e6, World.QA, 1.0), World.MATH);

        assertThat(even.runs().get(0).benchmark()).isEqualTo(World.MATH);
        assertThat(dear.runs().get(0).benchmark()).isEqualTo(World.QA);
        for (EvaluationChoice.ProposedRun run : dear.runs()) {
            EvaluationChoice.ProposedRun same = run(even, run.model(), run.benchmark());
            assertThat(run.gain()).isEqualTo(same.gain());
            assertThat(run.after()).isEqualTo(same.after());
            assertThat(run.gainPerCost() * run.cost()).isCloseTo(same.gainPerCost() * same.cost(), within(1e-15));
        }
        assertThat(howGood(MIX, Map.of(World.QA, 2.0), World.MATH).runs())
                .isNotEmpty()
                .allMatch(run -> run.benchmark().equals(World.QA) && run.cost() == 2);
    }

    @Test
    void whoIsBestLiftsTheExpectedScoreOfTheOneTaken() {
        EvaluationChoice choice = best(List.of(), MIX, Map.of());

        assertThat(choice.best()).isNotNull();
        assertThat(choice.now()).isBetween(0.2, 0.5);
        assertThat(choice.runs()).isNotEmpty();
        for (EvaluationChoice.ProposedRun run : choice.runs()) {
            assertThat(run.model()).isIn(MIX, TUNED, OTHER);
            assertThat(run.benchmark()).isEqualTo(World.MATH);
            assertThat(run.gain()).isPositive();
            assertThat(run.after()).isCloseTo(choice.now() + run.gain(), within(1e-12));
        }
        assertThat(best(List.of(MIX, OTHER), null, Map.of()).runs())
                .extracting(EvaluationChoice.ProposedRun::model)
                .containsAnyOf(MIX, OTHER)
                .doesNotContain(TUNED);
    }

    @Test
    void amongAllTheHopelessAreWorthLessThanTheHopeful() {
        EvaluationChoice all = best(List.of(), null, Map.of());

        assertThat(all.best()).isEqualTo(new ModelId("org11/child2-3b"));
        double hopeful = best(List.of(), MIX, Map.of()).runs().get(0).gain();
        assertThat(all.runs().stream().filter(run -> run.model().equals(MIX))).allMatch(run -> run.gain() < hopeful);
        assertThat(all.warnings()).anyMatch(warning -> warning.contains("left out"));
    }

    @Test
    void faultsAreTold() {
        assertThatThrownBy(() -> new EvaluationQuestion(
                        MIX, Map.of(World.QA, -1.0), List.of(A), A, Map.of(World.QA, Double.NaN), 0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("belong to the question who is best")
                .hasMessageContaining("not both")
                .hasMessageContaining("not 1.")
                .hasMessageContaining("The weight of QA")
                .hasMessageContaining("The cost of QA")
                .hasMessageContaining("count");
        assertThatThrownBy(() -> new EvaluationQuestion(null, Map.of(), List.of(), null, Map.of(), 1))
                .hasMessageContaining("Name a model");
        assertThatThrownBy(() -> howGood(new ModelId("no/body"), Map.of(), World.QA))
                .isInstanceOf(UnknownModelException.class);
        assertThatThrownBy(() -> howGood(MIX, Map.of(new BenchmarkId("No such"), 1.0), World.QA))
                .isInstanceOf(UnknownBenchmarkException.class);
        assertThatThrownBy(() -> best(List.of(MIX, new ModelId("no/body")), null, Map.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no/body");
        assertThatThrownBy(() -> best(List.of(MIX, new ModelId("else/lone")), null, Map.of()))
                .isInstanceOf(NoFamilyEvidenceException.class)
                .hasMessageContaining("of 2 models 1 can be predicted");
    }
}
