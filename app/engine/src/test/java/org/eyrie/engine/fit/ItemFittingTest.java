package org.eyrie.engine.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eyrie.engine.World;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

class ItemFittingTest {

    private static final int ITEMS = 40;

    private static World knownItemByItem() {
        World world = World.ofOneFamily();
        for (int u = 0; u < ItemFitting.FEWEST_MODELS; u++) {
            StringBuilder outcomes = new StringBuilder();
            for (int i = 0; i < ITEMS; i++) {
                outcomes.append((u * 7 + i * 3) % 11 > i % 5 + 2 ? '1' : '0');
            }
            world.model("solo/m" + u, "LlamaForCausalLM", 7.0).answered("solo/m" + u, World.QA, outcomes.toString());
        }
        return world;
    }

    @Test
    void aCancelIsHeardBeforeTheFirstSweepOverItemsHasEnded() {
        World world = knownItemByItem();
        Fitting fitting = new Fitting(world.stores(), Clock.systemUTC());
        AtomicBoolean cancelled = new AtomicBoolean();
        Progress untilItems = Progress.of(
                (step, done, total) -> {
                    assertThat(done == 0 || !step.equals("learning items")).isTrue();
                    cancelled.compareAndSet(false, step.equals("learning items"));
                },
                cancelled::get);
        assertThatThrownBy(() -> fitting.fit(FitSettings.USUAL, untilItems)).isInstanceOf(CancelledException.class);
        assertThat(world.stores().fits().all()).isEmpty();
    }

    @Test
    void itemsAreLearnedFromEnoughModels() {
        FitContents contents = FitContents.of(
                new Fitting(knownItemByItem().stores(), Clock.systemUTC()).fit(FitSettings.USUAL, Progress.NONE));
        assertThat(contents.items()).isNotNull();
    }
}
