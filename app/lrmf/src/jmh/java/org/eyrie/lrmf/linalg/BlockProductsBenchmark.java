package org.eyrie.lrmf.linalg;

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

/** Four products of blocks, each written out, against one kernel that is told strides and sign. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BlockProductsBenchmark {

    private static final int BLOCKS = 256;

    @Param({"3", "6", "8"})
    int d;

    private double[] a;
    private double[] b;
    private double[] c;

    /** Draws the blocks. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        a = random.doubles((long) BLOCKS * d * d, -1, 1).toArray();
        b = random.doubles((long) BLOCKS * d * d, -1, 1).toArray();
        c = new double[BLOCKS * d * d];
    }

    /** All four kinds in turn, as factor and selected inverse meet them. */
    @Benchmark
    @OperationsPerInvocation(4 * BLOCKS)
    public double[] writtenOut() {
        int size = d * d;
        for (int k = 0; k < BLOCKS * size; k += size) {
            BlockProducts.subtractTimesTransposed(c, k, a, k, b, k, d);
        }
        for (int k = 0; k < BLOCKS * size; k += size) {
            BlockProducts.subtractTimes(c, k, a, k, b, k, d);
        }
        for (int k = 0; k < BLOCKS * size; k += size) {
            BlockProducts.addTimes(c, k, a, k, b, k, d);
        }
        for (int k = 0; k < BLOCKS * size; k += size) {
            BlockProducts.addTransposedTimes(c, k, a, k, b, k, d);
        }
        return c;
    }

    /** The same by strides. */
    @Benchmark
    @OperationsPerInvocation(4 * BLOCKS)
    public double[] byStrides() {
        int size = d * d;
        for (int k = 0; k < BLOCKS * size; k += size) {
            add(-1, c, k, a, k, d, 1, b, k, d, 1, d);
        }
        for (int k = 0; k < BLOCKS * size; k += size) {
            add(-1, c, k, a, k, d, 1, b, k, 1, d, d);
        }
        for (int k = 0; k < BLOCKS * size; k += size) {
            add(1, c, k, a, k, d, 1, b, k, 1, d, d);
        }
        for (int k = 0; k < BLOCKS * size; k += size) {
            add(1, c, k, a, k, 1, d, b, k, 1, d, d);
        }
        return c;
    }

    /** C += sign A B, A's rows {@code ar} and its columns {@code ac} apart, B's columns {@code bc} and its rows {@code br}. */
    private static void add(
            double sign, double[] c, int co, double[] a, int ao, int ar, int ac, double[] b, int bo, int bc, int br, int d) {
        int even = d & ~1;
        for (int i = 0; i < even; i += 2) {
            int c0 = co + i * d;
            int c1 = c0 + d;
            int a0 = ao + i * ar;
            int a1 = a0 + ar;
            for (int j = 0; j < even; j += 2) {
                int b0 = bo + j * bc;
                int b1 = b0 + bc;
                double s00 = 0;
                double s01 = 0;
                double s10 = 0;
                double s11 = 0;
                for (int t = 0; t < d; t++) {
                    double x0 = a[a0 + t * ac];
                    double x1 = a[a1 + t * ac];
                    double y0 = b[b0 + t * br];
                    double y1 = b[b1 + t * br];
                    s00 += x0 * y0;
                    s01 += x0 * y1;
                    s10 += x1 * y0;
                    s11 += x1 * y1;
                }
                c[c0 + j] += sign * s00;
                c[c0 + j + 1] += sign * s01;
                c[c1 + j] += sign * s10;
                c[c1 + j + 1] += sign * s11;
            }
        }
        if (even < d) {
            int last = d - 1;
            for (int k = 0; k < d; k++) {
                double bottom = 0;
                double right = 0;
                for (int t = 0; t < d; t++) {
                    bottom += a[ao + last * ar + t * ac] * b[bo + k * bc + t * br];
                    right += a[ao + k * ar + t * ac] * b[bo + last * bc + t * br];
                }
                c[co + last * d + k] += sign * bottom;
                if (k < last) {
                    c[co + k * d + last] += sign * right;
                }
            }
        }
    }
}
