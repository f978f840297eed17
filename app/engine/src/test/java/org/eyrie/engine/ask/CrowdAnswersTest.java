package org.eyrie.engine.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.eyrie.engine.World;
import org.eyrie.engine.ask.ExplainedForecast.Kind;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Models of one author and one kind, whose names alone tell who is good. */
class CrowdAnswersTest {

    private static final List<String> LINES = List.of("falcon", "kestrel", "osprey", "buzzard");
    private static final Traits TRAITS =
            new Traits("LlamaForCausalLM", 7.0, "chat", "bfloat16", true, false, null, "apache-2.0");

    private static World world;

    @BeforeAll
    static void fitOnce() {
        Random random = new Random(1);
        world = new World();
        for (int k = 0; k < 260; k++) {
            int line = k % LINES.size();
            String id = "acme/m-" + LINES.get(line) + "-" + k;
            double noise = 0.04 * random.nextGaussian();
            world.model(id, TRAITS).scored(id, 0.2 + 0.2 * line + noise, 0.5 + 0.02 * random.nextGaussian());
        }
        world.fitted();
        // known since the fit only, and not measured
        world.model("acme/m-falcon-new", TRAITS).model("acme/m-buzzard-new", TRAITS);
        for (String id : List.of("acme/m-falcon-new", "acme/m-buzzard-new")) {
            world.made(id, "acme/m-osprey-2", Relation.FINETUNE);
        }
    }

    private static double mean(ModelId model) {
        // as after a restart: everything from the store
        return Objects.requireNonNull(Asking.of(world.stores())
                        .explanations()
                        .of(model, World.MATH, false)
                        .forecast()
                        .predicted())
                .mean();
    }

    @Test
    void aModelThatCameLaterIsTakenForWhatItsNameSays() {
        assertThat(mean(new ModelId("acme/m-buzzard-new"))).isGreaterThan(mean(new ModelId("acme/m-falcon-new")) + 0.2);
    }

    @Test
    void whatTheNameSaysIsOneContributionAndAllAddUp() {
        for (String id : List.of("acme/m-buzzard-new", "acme/m-falcon-4")) {
            for (boolean leaveOut : new boolean[] {false, true}) {
                ExplainedForecast why =
                        Asking.of(world.stores()).explanations().of(new ModelId(id), World.MATH, leaveOut);

                assertThat(why.contributions().stream()
                                .mapToDouble(ExplainedForecast.Contribution::logit)
                                .sum())
                        .isCloseTo(why.logit(), within(1e-9));
                assertThat(why.contributions().stream().filter(part -> part.kind() == Kind.CROWD))
                        .singleElement()
                        .satisfies(
                                part -> assertThat(part.what()).isEqualTo("models of like names, authors and kinds"));
            }
        }
    }

    @Test
    void aPlanWithANameIsTakenForWhatItSaysAndOneWithoutIsLeftToLineage() {
        ToDoubleFunction<@Nullable String> planned = name -> Asking.of(world.stores())
                .whatIf()
                .ask(
                        new PlannedModel(
                                        List.of(new PlannedModel.Parent(new ModelId("acme/m-osprey-2"), null)),
                                        Relation.FINETUNE)
                                .with(name == null ? null : new ModelId(name), TRAITS),
                        List.of(World.MATH))
                .get(0)
                .predicted()
                .mean();

        double falcon = planned.applyAsDouble("acme/m-falcon-plan");
        double buzzard = planned.applyAsDouble("acme/m-buzzard-plan");
        double unnamed = planned.applyAsDouble(null);

        assertThat(buzzard).isGreaterThan(falcon + 0.2);
        assertThat(unnamed).isBetween(falcon, buzzard);
    }
}
