package org.eyrie.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.eyrie.engine.World;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.lrmf.trial.protocol.BacktestResult;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

class PlanTrialTest {

    @Test
    void plansWithTraitsAreAsGoodAsModelsAndBetterThanPlansWithout() {
        Map<String, BacktestResult> results = new Backtesting(families().stores(), List.of())
                        .run(
                                List.of(ProtocolName.WHAT_IF),
                                LateBlocks.from(LocalDate.EPOCH),
                                new FitSettings(1),
                                Progress.NONE)
                        .experiments()
                        .stream()
                        .filter(experiment -> experiment.protocol().equals("what-if fine-tunes"))
                        .flatMap(experiment -> experiment.results().stream())
                        .collect(Collectors.toMap(BacktestResult::predictor, result -> result));

        assertThat(results).containsOnlyKeys("parent mean", "LRMF", "what-if, parents only", "what-if");
        double model = rmse(results, "LRMF");
        double plan = rmse(results, "what-if");
        assertThat(plan).isCloseTo(model, within(0.05 * model));
        assertThat(rmse(results, "what-if, parents only")).isGreaterThan(1.5 * plan);
    }

    private static double rmse(Map<String, BacktestResult> results, String predictor) {
        return Objects.requireNonNull(results.get(predictor)).mean().rmse();
    }

    /** Twenty founders with three fine-tunes each, of which those with a chat template score much higher. */
    private static World families() {
        World world = new World();
        Random random = new Random(1);
        for (int family = 0; family < 20; family++) {
            double level = 0.3 + 0.3 * random.nextDouble();
            String founder = "org/base" + family;
            add(world, founder, false, level, random);
            for (int child = 0; child < 3; child++) {
                String name = "org/tuned" + family + "-" + child;
                add(world, name, random.nextBoolean(), level, random);
                world.made(name, founder, Relation.FINETUNE);
            }
        }
        return world;
    }

    private static void add(World world, String name, boolean template, double level, Random random) {
        world.model(name, new Traits("LlamaForCausalLM", 7.0, "chat", null, template, false, null, null));
        double score = level + (template ? 0.25 : 0) + 0.01 * random.nextGaussian();
        world.scored(name, score, score + 0.05);
    }
}
