package org.eyrie.lrmf.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.eyrie.lrmf.outcomes.OutcomeSettings;
import org.eyrie.lrmf.outcomes.RunContext;
import org.eyrie.lrmf.outcomes.OutcomeFit;
import org.eyrie.lrmf.outcomes.OutcomeTable;

/**
 * What a sweep over outcomes must cost, what this machine can do, and what is reached: {@code Roofline FILE.npz}. Both are
 * measured from Java with two threads, on arrays in each core's first and second cache and in memory.
 */
public final class Roofline {

    private static final int THREADS = 2;
    private static final int RANK = 8;
    private static final int SWEEPS = 12;
    private static final int FEW = 2;
    private static final int MULTIPLICATIONS = 256;
    private static final int FIRST_CACHE = 2_048;
    private static final int SECOND_CACHE = 40_000;
    private static final int MEMORY = 20_000_000;
    private static final double SECONDS = 1;

    private Roofline() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: Roofline FILE.npz");
            System.exit(2);
        }
        OutcomeData data = OutcomeData.read(Path.of(arguments[0]));
        double peak = best(FIRST_CACHE, Roofline::multiply) * 2 * MULTIPLICATIONS;
        double near = best(SECOND_CACHE, Roofline::triad) * 3 * Float.BYTES;
        double far = best(MEMORY, Roofline::triad) * 3 * Float.BYTES;
        System.out.printf(
                Locale.ROOT,
                "machine: %.0f GFLOP/s single precision, %.0f GB/s from the second cache, %.0f GB/s from memory%n",
                peak,
                near,
                far);
        report(data, false, peak, near, far);
        report(data, true, peak, near, far);
    }

    private static void report(OutcomeData data, boolean spread, double peak, double near, double far) {
        OutcomeTable table = data.problem().outcomes();
        int d = RANK + 1;
        int outer = d * (d + 1) / 2;
        // The logit, or its expected square; the weighted outer product; the signed factor; once by model, once by item.
        double flop = 2.0 * table.cells() * 2 * ((spread ? outer : d) + outer + d);
        double inCache = 2.0 * table.cells() * Float.BYTES * (1 + (spread ? 48 : 16) + 48 + 16);
        double fromMemory = 2.0 * table.cells() * Integer.BYTES;
        time(data, spread, SWEEPS);
        double seconds = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 4; round++) {
            seconds = Math.min(seconds, (time(data, spread, SWEEPS) - time(data, spread, FEW)) / (SWEEPS - FEW));
        }
        System.out.printf(
                Locale.ROOT,
                "sweep, covariances %s: %.2f GFLOP, %.2f GB between cache and registers, %.3f GB from memory;"
                        + " %.0f ms, that is %.0f %% of the arithmetic, %.0f %% of the second cache, %.1f %% of memory%n",
                spread ? "carried along" : "left out",
                flop / 1e9,
                inCache / 1e9,
                fromMemory / 1e9,
                1e3 * seconds,
                flop / seconds / 1e7 / peak,
                inCache / seconds / 1e7 / near,
                fromMemory / seconds / 1e7 / far);
    }

    private static double time(OutcomeData data, boolean spread, int sweeps) {
        OutcomeSettings settings = new OutcomeSettings(RANK, 3, 1, 1, 0.3, true, spread, sweeps, 0, 1);
        long begun = System.nanoTime();
        OutcomeFit.fit(data.problem(), settings, RunContext.of(THREADS));
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Works once through three arrays. */
    private interface Pass {
        void run(float[] a, float[] b, float[] c);
    }

    /** Billions of elements a second, of all threads together. */
    private static double best(int length, Pass pass) {
        double best = 0;
        for (int round = 0; round < 5; round++) {
            best = Math.max(
                    best,
                    IntStream.range(0, THREADS)
                            .parallel()
                            .mapToDouble(thread -> rate(length, pass))
                            .sum());
        }
        return best;
    }

    private static double rate(int length, Pass pass) {
        float[] a = new float[length];
        float[] b = new float[length];
        float[] c = new float[length];
        long begun = System.nanoTime();
        long end = begun + (long) (SECONDS * 1e9);
        long passes = 0;
        while (System.nanoTime() < end) {
            pass.run(a, b, c);
            passes++;
        }
        return passes * (double) length / (System.nanoTime() - begun);
    }

    private static void triad(float[] a, float[] b, float[] c) {
        for (int k = 0; k < a.length; k++) {
            a[k] = b[k] + 0.5f * c[k];
        }
    }

    /** Eight registers, so that none waits for its own last result. */
    private static void multiply(float[] a, float[] b, float[] c) {
        VectorSpecies<Float> species = FloatVector.SPECIES_PREFERRED;
        for (int k = 0; k < a.length; k += species.length()) {
            FloatVector x = FloatVector.fromArray(species, b, k);
            FloatVector y = FloatVector.fromArray(species, c, k);
            FloatVector p = x.add(1);
            FloatVector q = x.add(2);
            FloatVector r = x.add(3);
            FloatVector s = x.add(4);
            FloatVector t = x.add(5);
            FloatVector u = x.add(6);
            FloatVector v = x.add(7);
            FloatVector w = x.add(8);
            for (int m = 0; m < MULTIPLICATIONS; m += 8) {
                p = p.fma(x, y);
                q = q.fma(x, y);
                r = r.fma(x, y);
                s = s.fma(x, y);
                t = t.fma(x, y);
                u = u.fma(x, y);
                v = v.fma(x, y);
                w = w.fma(x, y);
            }
            p.add(q).add(r.add(s)).add(t.add(u).add(v.add(w))).intoArray(a, k);
        }
    }
}
