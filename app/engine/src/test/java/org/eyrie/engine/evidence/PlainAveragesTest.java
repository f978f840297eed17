package org.eyrie.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eyrie.engine.World;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Traits;
import org.junit.jupiter.api.Test;

class PlainAveragesTest {

    private static final Traits SEVEN = traits("LlamaForCausalLM", 7);
    private static final Traits ONE = traits("GemmaForCausalLM", 1);

    private final PlainAverages averages = PlainAverages.of(
            List.of(model("a", SEVEN), model("b", SEVEN), model("c", ONE)),
            List.of(scored("a", .2), scored("b", .4), scored("c", .9)));

    private static Traits traits(String architecture, double size) {
        return new Traits(architecture, size, null, null, null, null, null, null);
    }

    private static Model model(String id, Traits traits) {
        return new Model(new ModelId(id), traits);
    }

    private static Evaluation scored(String id, double score) {
        return new Evaluation(new ModelId(id), World.QA, score, 100, null, null, "test", null);
    }

    @Test
    void aModelIsHeldAgainstTheMeanOfItsKind() {
        assertThat(averages.of(SEVEN, World.QA, null)).isCloseTo(.3, within(1e-12));
        assertThat(averages.of(traits("Other", 3), World.QA, null)).isCloseTo(.5, within(1e-12));
        assertThat(averages.of(SEVEN, World.MATH, null)).isNull();
    }

    @Test
    void itsOwnScoreIsNoneOfThem() {
        assertThat(averages.of(SEVEN, World.QA, .2)).isCloseTo(.4, within(1e-12));
        assertThat(averages.of(ONE, World.QA, .9)).isCloseTo(.3, within(1e-12)); // the only one of its kind
    }

    @Test
    void aScoreThatCameAfterTheFitIsNotTakenOffTheOnlyOther() {
        assertThat(averages.of(ONE, World.QA, .5)).isCloseTo(.9, within(1e-12));
    }
}
