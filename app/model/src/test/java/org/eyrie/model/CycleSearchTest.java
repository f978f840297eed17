package org.eyrie.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.model.contract.Samples.chain;
import static org.eyrie.model.contract.Samples.edges;
import static org.eyrie.model.contract.Samples.ladder;
import static org.eyrie.model.contract.Samples.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CycleSearchTest {

    @Test
    void nothingHasNoCycle() {
        assertThat(new CycleSearch().find()).isEmpty();
    }

    @Test
    void aCycleIsToldFromChildToParentAndClosed() {
        assertThat(new CycleSearch().add(edges("x>a", "a>b", "b>c", "c>a")).find())
                .contains(models("a", "b", "c", "a"));
    }

    @Test
    void theWayIntoACycleIsNoPartOfIt() {
        assertThat(new CycleSearch().add(edges("a>b", "b>c", "c>d", "d>c")).find())
                .contains(models("c", "d", "c"));
    }

    @Test
    void severalWaysToOneAncestorAreNoCycle() {
        assertThat(new CycleSearch()
                        .add(edges("d>b", "d>c", "b>a", "c>a", "d>a"))
                        .find())
                .isEmpty();
        assertThat(new CycleSearch().add(ladder(500)).find()).isEmpty();
    }

    @Test
    void tenThousandGenerationsDoNotExhaustTheStack() {
        CycleSearch search = new CycleSearch().add(chain(10_000));
        assertThat(search.find()).isEmpty();
        assertThat(search.add(edges("m0000>m10000")).find())
                .hasValueSatisfying(cycle -> assertThat(cycle).hasSize(10_002));
    }

    @Test
    void whereverTheEdgeThatClosesItStandsItIsFound() {
        for (int seed = 0; seed < 50; seed++) {
            List<Derivation> edges = new ArrayList<>(ladder(6));
            edges.addAll(edges("a0000>b0006"));
            Collections.shuffle(edges, new Random(seed));
            List<ModelId> cycle = new CycleSearch().add(edges).find().orElseThrow();
            assertThat(cycle).startsWith(cycle.get(cycle.size() - 1));
            for (int step = 1; step < cycle.size(); step++) {
                ModelId child = cycle.get(step - 1);
                ModelId parent = cycle.get(step);
                assertThat(edges)
                        .anyMatch(edge ->
                                edge.child().equals(child) && edge.parent().equals(parent));
            }
        }
    }

    @Test
    void theRefusalNamesEveryModelOfTheCycle() {
        assertThatThrownBy(() -> {
                    throw new LineageCycleException(models("a", "b", "a"));
                })
                .hasMessageContaining("a -> b -> a")
                .hasMessageContaining("Take out one");
    }
}
