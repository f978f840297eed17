package org.eyrie.lrmf.trial.protocol;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.RandomFamilies;
import org.eyrie.lrmf.simulate.Simulation;
import org.eyrie.lrmf.simulate.SimulationSettings;

/** Small simulated problems, and what to ask of them. */
public final class Worlds {

    public static final int COLUMNS = 6;

    private Worlds() {}

    /** Models with scores in all six columns, but for the tenth that was never evaluated. */
    public static Problem benchmarks(int models, long seed) {
        RandomFamilies families = RandomFamilies.draw(models, 0.2, 0.3, seed);
        Simulation simulation = new Simulation(families.lineage(), SimulationSettings.benchmarks(COLUMNS, seed));
        return new Problem(families.lineage(), families.traits(), simulation.seen());
    }

    /** The cells as text, for comparison. */
    static Set<String> cells(Observations observations) {
        return IntStream.range(0, observations.cells())
                .mapToObj(c -> observations.model()[c] + ":" + observations.column()[c] + "="
                        + observations.score()[c])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<Integer> models(Observations observations) {
        return Arrays.stream(observations.model()).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<Integer> children(Problem problem) {
        return Arrays.stream(problem.lineage().child()).boxed().collect(Collectors.toCollection(TreeSet::new));
    }
}
