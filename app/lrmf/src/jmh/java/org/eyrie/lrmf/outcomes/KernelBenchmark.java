package org.eyrie.lrmf.outcomes;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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

/** The two inner loops of an item-level fit, per seen cell, plain and with whole vector registers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class KernelBenchmark {

    private static final int COLUMNS = 2_000;

    @Param({"plain", "vector"})
    public String kernel = "";

    @Param({"4", "8", "16", "32"})
    public int rank;

    private Kernel loops = new PlainKernel();
    private Factors factors = new Factors(0, new PaddedRank(1));
    private int[] packed = {};
    private float[] self = {};
    private float[] products = {};
    private float[] weight = {};
    private float[] gram = {};
    private float[] linear = {};

    @Setup
    public void draw() {
        loops = kernel.equals("plain") ? new PlainKernel() : KernelSelection.fastest();
        if (kernel.equals("vector") && loops instanceof PlainKernel) {
            throw new IllegalStateException("There is no vector kernel here");
        }
        PaddedRank stride = new PaddedRank(rank);
        SplittableRandom random = new SplittableRandom(1);
        factors = new Factors(COLUMNS, stride);
        for (int i = 0; i < COLUMNS; i++) {
            factors.set(i, random.doubles(stride.extended(), -1, 1).toArray());
        }
        packed = random.ints(Kernel.BLOCK, 0, 2 * COLUMNS).sorted().toArray();
        self = new float[stride.row()];
        weight = new float[Kernel.BLOCK];
        for (int k = 0; k < stride.extended(); k++) {
            self[k] = (float) random.nextDouble();
        }
        for (int c = 0; c < weight.length; c++) {
            weight[c] = (float) random.nextDouble();
        }
        products = new float[Kernel.BLOCK];
        gram = new float[stride.outer()];
        linear = new float[stride.row()];
    }

    @Benchmark
    @OperationsPerInvocation(Kernel.BLOCK)
    public float[] dots() {
        loops.dots(packed, 0, Kernel.BLOCK, factors.values(), factors.stride().row(), self, products);
        return products;
    }

    @Benchmark
    @OperationsPerInvocation(Kernel.BLOCK)
    public float[] accumulate() {
        loops.accumulate(packed, 0, Kernel.BLOCK, weight, factors, gram, linear);
        return gram;
    }
}
