package org.eyrie.lrmf.outcomes;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops with whole vector registers. Needs {@code --add-modules jdk.incubator.vector} at start; {@link
 * KernelSelection} falls back to plain Java without it, and says so.
 */
final class VectorKernel implements Kernel {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    // Rotations by so many lanes.
    private static final VectorShuffle<Float> EIGHT = VectorShuffle.iota(SPECIES, 8, 1, true);
    private static final VectorShuffle<Float> FOUR = VectorShuffle.iota(SPECIES, 4, 1, true);
    private static final VectorShuffle<Float> TWO = VectorShuffle.iota(SPECIES, 2, 1, true);
    private static final VectorShuffle<Float> ONE = VectorShuffle.iota(SPECIES, 1, 1, true);

    /** Accumulators that fit the registers of every machine with vectors of these lanes. */
    private static final int GROUP = 5;

    @Override
    public void dots(int[] packed, int from, int to, float[] source, int stride, float[] self, float[] out) {
        for (int c = from; c < to; c++) {
            int at = (packed[c] >> 1) * stride;
            FloatVector sum = FloatVector.fromArray(SPECIES, self, 0).mul(FloatVector.fromArray(SPECIES, source, at));
            for (int k = LANES; k < stride; k += LANES) {
                sum = FloatVector.fromArray(SPECIES, self, k).fma(FloatVector.fromArray(SPECIES, source, at + k), sum);
            }
            out[c - from] = sumOfLanes(sum);
        }
    }

    // Not reduceLanes: its order is undefined, and differs between the interpreter and compiled code. Registers have 4
    // to 16 lanes.
    private static float sumOfLanes(FloatVector sum) {
        FloatVector folded = LANES > 8 ? fold(sum, EIGHT) : sum;
        folded = LANES > 4 ? fold(folded, FOUR) : folded;
        folded = LANES > 2 ? fold(folded, TWO) : folded;
        return fold(folded, ONE).lane(0);
    }

    private static FloatVector fold(FloatVector sum, VectorShuffle<Float> rotation) {
        return sum.add(sum.rearrange(rotation));
    }

    @Override
    public void accumulate(
            int[] packed, int from, int to, float[] weight, Factors factors, float[] gram, float[] linear) {
        PaddedRank stride = factors.stride();
        int outer = stride.outer();
        int k = 0;
        for (; k + GROUP * LANES <= outer; k += GROUP * LANES) {
            weightFive(packed, from, to, weight, factors.outers(), outer, k, gram);
        }
        for (; k + 3 * LANES <= outer; k += 3 * LANES) {
            weightThree(packed, from, to, weight, factors.outers(), outer, k, gram);
        }
        for (; k < outer; k += LANES) {
            weightOne(packed, from, to, weight, factors.outers(), outer, k, gram);
        }
        for (k = 0; k < stride.row(); k += LANES) {
            sign(packed, from, to, factors.values(), stride.row(), k, linear);
        }
    }

    private static void weightFive(
            int[] packed, int from, int to, float[] weight, float[] source, int stride, int k, float[] gram) {
        FloatVector a = FloatVector.fromArray(SPECIES, gram, k);
        FloatVector b = FloatVector.fromArray(SPECIES, gram, k + LANES);
        FloatVector c = FloatVector.fromArray(SPECIES, gram, k + 2 * LANES);
        FloatVector d = FloatVector.fromArray(SPECIES, gram, k + 3 * LANES);
        FloatVector e = FloatVector.fromArray(SPECIES, gram, k + 4 * LANES);
        for (int cell = from; cell < to; cell++) {
            int at = (packed[cell] >> 1) * stride + k;
            FloatVector w = FloatVector.broadcast(SPECIES, weight[cell - from]);
            a = FloatVector.fromArray(SPECIES, source, at).fma(w, a);
            b = FloatVector.fromArray(SPECIES, source, at + LANES).fma(w, b);
            c = FloatVector.fromArray(SPECIES, source, at + 2 * LANES).fma(w, c);
            d = FloatVector.fromArray(SPECIES, source, at + 3 * LANES).fma(w, d);
            e = FloatVector.fromArray(SPECIES, source, at + 4 * LANES).fma(w, e);
        }
        a.intoArray(gram, k);
        b.intoArray(gram, k + LANES);
        c.intoArray(gram, k + 2 * LANES);
        d.intoArray(gram, k + 3 * LANES);
        e.intoArray(gram, k + 4 * LANES);
    }

    private static void weightThree(
            int[] packed, int from, int to, float[] weight, float[] source, int stride, int k, float[] gram) {
        FloatVector a = FloatVector.fromArray(SPECIES, gram, k);
        FloatVector b = FloatVector.fromArray(SPECIES, gram, k + LANES);
        FloatVector c = FloatVector.fromArray(SPECIES, gram, k + 2 * LANES);
        for (int cell = from; cell < to; cell++) {
            int at = (packed[cell] >> 1) * stride + k;
            FloatVector w = FloatVector.broadcast(SPECIES, weight[cell - from]);
            a = FloatVector.fromArray(SPECIES, source, at).fma(w, a);
            b = FloatVector.fromArray(SPECIES, source, at + LANES).fma(w, b);
            c = FloatVector.fromArray(SPECIES, source, at + 2 * LANES).fma(w, c);
        }
        a.intoArray(gram, k);
        b.intoArray(gram, k + LANES);
        c.intoArray(gram, k + 2 * LANES);
    }

    private static void weightOne(
            int[] packed, int from, int to, float[] weight, float[] source, int stride, int k, float[] gram) {
        FloatVector a = FloatVector.fromArray(SPECIES, gram, k);
        for (int cell = from; cell < to; cell++) {
            FloatVector w = FloatVector.broadcast(SPECIES, weight[cell - from]);
            a = FloatVector.fromArray(SPECIES, source, (packed[cell] >> 1) * stride + k).fma(w, a);
        }
        a.intoArray(gram, k);
    }

    private static void sign(
            int[] packed, int from, int to, float[] source, int stride, int k, float[] linear) {
        FloatVector a = FloatVector.fromArray(SPECIES, linear, k);
        for (int cell = from; cell < to; cell++) {
            FloatVector w = FloatVector.broadcast(SPECIES, (packed[cell] & 1) - 0.5f);
            a = FloatVector.fromArray(SPECIES, source, (packed[cell] >> 1) * stride + k).fma(w, a);
        }
        a.intoArray(linear, k);
    }
}
