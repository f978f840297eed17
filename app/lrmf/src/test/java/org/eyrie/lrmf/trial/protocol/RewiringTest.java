package org.eyrie.lrmf.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.simulate.RandomFamilies;
import org.eyrie.lrmf.simulate.Simulation;
import org.eyrie.lrmf.simulate.SimulationSettings;

class RewiringTest {

    @Property(tries = 300)
    void aRewiredGraphHasTheSameChildrenNoCycleAndNoParentTwice(
            @ForAll @IntRange(min = 2, max = 80) int models,
            @ForAll @DoubleRange(min = 0, max = 1) double merges,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll long seed) {
        LineageGraph graph = RandomFamilies.draw(models, 0.1, merges, seed).lineage();
        LineageGraph rewired = new Rewiring(graph, seed).rewire((int) (share * graph.edges()));
        assertThat(rewired.edges()).isEqualTo(graph.edges());
        assertThat(rewired.child()).isEqualTo(graph.child());
        assertThat(rewired.relation()).isEqualTo(graph.relation());
        assertThat(rewired.weight()).isEqualTo(graph.weight());
        assertThat(IntStream.range(0, rewired.edges())
                        .mapToObj(e -> rewired.child()[e] + " from " + rewired.parent()[e]))
                .doesNotHaveDuplicates();
        // A simulation draws parents before children, and refuses a cycle.
        assertThatCode(() -> new Simulation(rewired, SimulationSettings.items(1, 1, 1)))
                .doesNotThrowAnyException();
    }

    @Property(tries = 100)
    void exactlyAsManyParentsChangeAsAskedFor(@ForAll @IntRange(min = 0, max = 100) int wrong, @ForAll long seed) {
        LineageGraph graph = RandomFamilies.draw(150, 0.1, 0.2, 5).lineage();
        LineageGraph rewired = new Rewiring(graph, seed).rewire(wrong);
        assertThat(IntStream.range(0, graph.edges()).filter(e -> graph.parent()[e] != rewired.parent()[e]))
                .hasSize(wrong);
    }

    @Example
    void aDerivationWithoutAnyOtherPossibleParentStays() {
        LineageGraph pair = new LineageGraph(2, 1, new int[] {1}, new int[] {0}, new int[1], new double[] {Double.NaN});
        assertThat(new Rewiring(pair, 1).rewire(1).parent()).containsExactly(0);
    }

    @Example
    void theGraphItselfStaysAsItWas() {
        LineageGraph graph = RandomFamilies.draw(50, 0.1, 0.2, 5).lineage();
        int[] before = graph.parent().clone();
        LineageGraph rewired = new Rewiring(graph, 1).rewire(20);
        assertThat(graph.parent()).isEqualTo(before).isNotEqualTo(rewired.parent());
    }
}
