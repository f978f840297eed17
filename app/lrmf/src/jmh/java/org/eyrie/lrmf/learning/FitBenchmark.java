package org.eyrie.lrmf.learning;

import org.eyrie.lrmf.posterior.LrmfSettings;

import java.util.concurrent.TimeUnit;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.RandomFamilies;
import org.eyrie.lrmf.simulate.Simulation;
import org.eyrie.lrmf.simulate.SimulationSettings;
import org.eyrie.task.Progress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Benchmark-level fits of simulated families on six benchmarks, from nothing to calibrated intervals. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class FitBenchmark {

    @Param({"500", "2000", "8000"})
    public int models;

    private Problem problem = world(2);

    private static Problem world(int models) {
        RandomFamilies families = RandomFamilies.draw(models, 0.2, 0.3, 1);
        Simulation simulation = new Simulation(families.lineage(), SimulationSettings.benchmarks(6, 1));
        return new Problem(families.lineage(), families.traits(), simulation.seen());
    }

    @Setup
    public void draw() {
        problem = world(models);
    }

    @Benchmark
    public FitResult fit() {
        return LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE);
    }
}
