package org.eyrie.lrmf.outcomes;

import java.util.concurrent.TimeUnit;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.simulate.RandomFamilies;
import org.eyrie.lrmf.simulate.Simulation;
import org.eyrie.lrmf.simulate.SimulationSettings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A sweep of an item-level fit of rank 8 with two threads, a tenth of the cells of 1,000 items seen. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx3g"})
public class SweepBenchmark {

    private static final int SWEEPS = 5;
    private static final int ITEMS = 1_000;

    @Param({"1000", "4000", "16000"})
    public int models;

    @Param({"false", "true"})
    public boolean spread;

    private OutcomeProblem problem = new OutcomeProblem(
            new LineageGraph(1, 1, new int[0], new int[0], new int[0], new double[0]),
            OutcomeTable.of(1, 1, new int[0], new int[0], new byte[0]),
            new int[1],
            1);

    @Setup
    public void draw() {
        LineageGraph lineage = RandomFamilies.draw(models, 0.1, 0.2, 1).lineage();
        Observations seen = new Simulation(lineage, SimulationSettings.items(ITEMS, 0.1, 1)).seen();
        byte[] success = new byte[seen.cells()];
        for (int c = 0; c < success.length; c++) {
            success[c] = (byte) seen.score()[c];
        }
        OutcomeTable table = OutcomeTable.of(models, ITEMS, seen.model(), seen.column(), success);
        problem = new OutcomeProblem(lineage, table, new int[ITEMS], 1);
    }

    @Benchmark
    @OperationsPerInvocation(SWEEPS)
    public OutcomeModel sweep() {
        OutcomeSettings settings = new OutcomeSettings(8, 3, 1, 1, 0.3, true, spread, SWEEPS, 0, 1);
        return OutcomeFit.fit(problem, settings, RunContext.of(2));
    }
}
