package org.eyrie.engine.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.util.DoubleComparator;
import org.eyrie.engine.World;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    private static final ModelId SMALL = new ModelId("acme/small");
    private static final ModelId LARGE = new ModelId("acme/large");

    private final Asking asking = Asking.of(World.ofOneFamily()
            .model("acme/small", "LlamaForCausalLM", 1.0)
            .model("acme/large", "GemmaForCausalLM", 70.0)
            .scored("acme/small", 0.1, 0.2)
            .scored("acme/large", 0.7, 0.9)
            .fitted()
            .stores());

    private List<Plan> plan(PlannedModel.Parent... parents) {
        return asking.whatIf().ask(new PlannedModel(List.of(parents), Relation.MERGE), List.of());
    }

    private static PlannedModel.Parent parent(ModelId id, @Nullable Double weight) {
        return new PlannedModel.Parent(id, weight);
    }

    @Test
    void whatTheOthersLeaveIsAShareLikeOneThatIsWritten() {
        assertAlike(plan(parent(SMALL, 0.2), parent(LARGE, null)), plan(parent(SMALL, 0.2), parent(LARGE, 0.8)));
        assertAlike(plan(parent(SMALL, 0.8), parent(LARGE, null)), plan(parent(SMALL, 0.8), parent(LARGE, 0.2)));
        assertAlike(plan(parent(SMALL, null), parent(LARGE, 0.6)), plan(parent(SMALL, 0.4), parent(LARGE, 0.6)));
    }

    /** To rounding: 1 - 0.6 is not 0.4 to the last bit. */
    private static void assertAlike(List<Plan> actual, List<Plan> expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .withComparatorForType(new DoubleComparator(1e-12), Double.class)
                .isEqualTo(expected);
    }
}
