package org.eyrie.engine.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.eyrie.engine.World;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Families in which merges by ties come out better than merges by slerp of the same parents. */
class MergeMethodsTest {

    private static Asking asking;

    @BeforeAll
    static void fitOnce() {
        World world = new World();
        for (int family = 0; family < 14; family++) {
            String org = "org" + family + "/";
            double level = 0.2 + 0.03 * family;
            world.model(org + "a-7b", "LlamaForCausalLM", 7.0).scored(org + "a-7b", level, level + 0.1);
            world.model(org + "b-7b", "LlamaForCausalLM", 7.0).scored(org + "b-7b", level + 0.02, level + 0.12);
            for (String method : List.of("slerp", "ties")) {
                String id = org + "m-" + method.length() + "-7b";
                double gain = method.equals("ties") ? 0.07 : 0;
                world.model(id, "LlamaForCausalLM", 7.0)
                        .made(id, org + "a-7b", Relation.MERGE)
                        .made(id, org + "b-7b", Relation.MERGE)
                        .merged(id, method)
                        .scored(id, level + 0.01 + gain, level + 0.11 + gain);
            }
        }
        asking = Asking.of(world.fitted().stores());
    }

    private static PlannedModel plan(@Nullable String method) {
        return new PlannedModel(
                        List.of(
                                new PlannedModel.Parent(new ModelId("org3/a-7b"), 0.5),
                                new PlannedModel.Parent(new ModelId("org3/b-7b"), 0.5)),
                        Relation.MERGE)
                .by(method);
    }

    private static Plan ask(@Nullable String method) {
        return asking.whatIf().ask(plan(method), List.of(World.MATH)).get(0);
    }

    @Test
    void plansOfTheSameParentsDifferByTheirMethod() {
        double slerp = ask("slerp").predicted().mean();
        double ties = ask("ties").predicted().mean();

        assertThat(ties - slerp).isBetween(0.03, 0.08);
    }

    @Test
    void aMethodThatNobodyUsedSaysNothingAndThatIsSaid() {
        assertThat(ask("karcher").predicted()).isEqualTo(ask(null).predicted());
        assertThat(ask("karcher").warnings())
                .contains("No merge by karcher was known when the fit was made: the method says nothing.");
        assertThat(ask("ties").warnings()).noneMatch(warning -> warning.contains("No merge by"));
    }

    @Test
    void candidatesAreScreenedByTheirMethodsToo() {
        Screened screened = asking.screening()
                .ask(
                        new ScreeningQuestion(
                                List.of(
                                        Candidate.planned("line 1", null, plan("slerp")),
                                        Candidate.planned("line 2", null, plan("ties"))),
                                Map.of(World.MATH, 1.0),
                                1),
                        Progress.NONE);

        assertThat(screened.evaluate()).containsExactly("line 2");
    }
}
