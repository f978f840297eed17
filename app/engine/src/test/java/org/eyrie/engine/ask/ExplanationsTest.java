package org.eyrie.engine.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eyrie.engine.World;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationsTest {

    private static double sum(ExplainedForecast explanation) {
        return explanation.contributions().stream()
                .mapToDouble(ExplainedForecast.Contribution::logit)
                .sum();
    }

    /** Sizes and architectures that the fit knows, each by itself or together, and others. */
    static Stream<Arguments> newcomers() {
        List<@Nullable String> architectures =
                Arrays.asList("LlamaForCausalLM", "GemmaForCausalLM", "NewForCausalLM", null);
        List<@Nullable Double> sizes = Arrays.asList(null, 0.0, 0.1, 0.35, 0.5, 2.0, 7.0, 13.0, 70.0, 671.0);
        List<Arguments> all = new ArrayList<>();
        for (@Nullable String architecture : architectures) {
            sizes.forEach(size -> all.add(Arguments.of(architecture, size)));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("newcomers")
    void whateverAModelIsItsPredictionIsPutIntoWords(@Nullable String architecture, @Nullable Double size) {
        World world = World.ofOneFamily()
                .model("solo/gemma-2b", "GemmaForCausalLM", 2.0)
                .scored("solo/gemma-2b", 0.1, 0.3)
                .fitted()
                .model("new/one", architecture, size)
                .made("new/one", "acme/base-7b", Relation.UNKNOWN);
        ExplainedForecast explanation =
                Asking.of(world.stores()).explanations().of(new ModelId("new/one"), World.QA, false);
        assertThat(explanation.contributions()).isNotEmpty().allSatisfy(part -> assertThat(part.what())
                .isNotBlank());
        assertThat(sum(explanation)).isCloseTo(explanation.logit(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme/base-7b", "acme/a-7b", "acme/b-7b", "acme/mix-7b"})
    void partsAddUpToThePredictionWithTheOwnScoreAndWithoutIt(String model) {
        Asking asking = Asking.of(World.ofOneFamily().fitted().stores());
        for (boolean leaveOut : new boolean[] {false, true}) {
            ExplainedForecast explanation = asking.explanations().of(new ModelId(model), World.QA, leaveOut);
            assertThat(sum(explanation)).as("leaving out: " + leaveOut).isCloseTo(explanation.logit(), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.9})
    void aPlanIsExplainedAsItIsPredicted(double share) {
        Asking asking = Asking.of(World.ofOneFamily().fitted().stores());
        PlannedModel plan = new PlannedModel(
                List.of(
                        new PlannedModel.Parent(new ModelId("acme/a-7b"), share),
                        new PlannedModel.Parent(new ModelId("acme/b-7b"), 1 - share)),
                Relation.MERGE);
        ExplainedForecast explanation = asking.explanations().ofPlan(plan, World.QA);
        assertThat(explanation.forecast().predicted())
                .isEqualTo(asking.whatIf().ask(plan, List.of(World.QA)).get(0).predicted());
        assertThat(sum(explanation)).isCloseTo(explanation.logit(), within(1e-9));
        assertThat(explanation.contributions())
                .extracting(ExplainedForecast.Contribution::model)
                .contains(new ModelId("acme/a-7b"), new ModelId("acme/b-7b"));
    }
}
