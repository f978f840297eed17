package org.eyrie.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.eyrie.engine.World;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Provenance;
import org.eyrie.model.Relation;
import org.eyrie.model.Stores;
import org.eyrie.model.UnknownModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy says what the store says. */
class GraphCopyTest {

    private static final ModelId STRANGER = new ModelId("acme/stranger");

    /** Models of random parents, some of two, every third of them measured, some again by somebody else. */
    private static Stores random(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        World world = new World();
        int models = 40;
        for (int model = 0; model < models; model++) {
            world.model(id(model), "LlamaForCausalLM", 7.0);
            int parents = model == 0 ? 0 : random.nextInt(3);
            for (int parent = 0; parent < parents; parent++) {
                Relation relation = parents == 2 ? Relation.MERGE : Relation.FINETUNE;
                world.made(id(model), id(random.nextInt(model)), relation);
            }
            if (parents == 2) {
                world.merged(id(model), random.nextBoolean() ? "slerp" : "ties");
            }
            if (model % 3 == 0) {
                world.scored(id(model), random.nextDouble(), random.nextDouble());
            }
        }
        Stores stores = world.stores();
        for (int model = 0; model < models; model += 6) {
            Evaluation again =
                    new Evaluation(new ModelId(id(model)), World.QA, random.nextDouble(), 100, null, null, "b", null);
            stores.facts()
                    .write(Facts.evaluations(List.of(again))
                            .from(new Provenance("other.csv", Instant.EPOCH, UUID.randomUUID())));
        }
        return stores;
    }

    /** In another order than that of their numbers. */
    private static String id(int model) {
        return "acme/" + Integer.toHexString(model * 7 % 41) + "-7b";
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyNeighbourhoodIsTheStores(int seed) {
        Stores stores = random(seed);
        GraphView stored = new StoredGraph(stores);
        GraphView copy = GraphCopy.of(stores);
        for (Model model : stores.lineage().everything().models()) {
            for (int most : new int[] {1, 2, 5, 9, 40, 200}) {
                assertThat(copy.neighbourhood(model.id(), most))
                        .as("%s, at most %d", model.id(), most)
                        .isEqualTo(stored.neighbourhood(model.id(), most));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everythingElseIsTheStores(int seed) {
        Stores stores = random(seed);
        GraphView stored = new StoredGraph(stores);
        GraphView copy = GraphCopy.of(stores);
        List<ModelId> some = new ArrayList<>(List.of(STRANGER));
        for (int model = 39; model > 0; model -= 2) {
            some.add(new ModelId(id(model)));
            some.add(new ModelId(id(model)));
        }
        assertThat(copy.benchmarks()).isEqualTo(stored.benchmarks());
        assertThat(copy.everything()).isEqualTo(stored.everything());
        assertThat(copy.known(some)).isEqualTo(stored.known(some)).hasSize(20);
        assertThat(copy.find(some.get(1))).isEqualTo(stored.find(some.get(1)));
        assertThat(copy.find(STRANGER)).isEmpty();
        assertThat(copy.scores(some)).isEqualTo(stored.scores(some)).isNotEmpty();
        assertThat(copy.scores()).isEqualTo(stored.scores());
        assertThat(copy.sources(some)).isEqualTo(stored.sources(some));
        assertThat(copy.sources()).isEqualTo(stored.sources());
        assertThat(copy.methods(stored.everything()))
                .isEqualTo(stored.methods(stored.everything()))
                .isNotEmpty();
        assertThat(copy.outcomes(some)).isEqualTo(stored.outcomes(some));
    }

    @Test
    void whoIsNotThereIsRefused() {
        GraphView copy = GraphCopy.of(random(1));
        assertThatThrownBy(() -> copy.neighbourhood(STRANGER, 10))
                .isInstanceOf(UnknownModelException.class)
                .hasMessageContaining("stranger");
    }

    @Test
    void whatIsWrittenLaterDoesNotMoveIt() {
        World world = World.ofOneFamily();
        GraphView copy = GraphCopy.of(world.stores());
        world.model("acme/later-7b", null, null).made("acme/later-7b", "acme/base-7b", Relation.FINETUNE);
        world.scored("acme/base-7b", .9, .9);
        ModelId base = new ModelId("acme/base-7b");
        assertThat(copy.neighbourhood(base, 10).models()).hasSize(4);
        assertThat(copy.scores(List.of(base)).get(0).score()).isEqualTo(.2);
    }
}
