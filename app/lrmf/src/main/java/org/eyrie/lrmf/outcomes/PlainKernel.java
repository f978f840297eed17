package org.eyrie.lrmf.outcomes;

/** The inner loops in plain Java; runs everywhere. */
final class PlainKernel implements Kernel {

    @Override
    public void dots(int[] packed, int from, int to, float[] source, int stride, float[] self, float[] out) {
        for (int c = from; c < to; c++) {
            int at = (packed[c] >> 1) * stride;
            // four sums, because each addition waits for the one before; the stride is a multiple of four
            float a = 0;
            float b = 0;
            float d = 0;
            float e = 0;
            for (int k = 0; k < stride; k += 4) {
                a += self[k] * source[at + k];
                b += self[k + 1] * source[at + k + 1];
                d += self[k + 2] * source[at + k + 2];
                e += self[k + 3] * source[at + k + 3];
            }
            out[c - from] = a + b + (d + e);
        }
    }

    @Override
    public void accumulate(
            int[] packed, int from, int to, float[] weight, Factors factors, float[] gram, float[] linear) {
        PaddedRank stride = factors.stride();
        for (int c = from; c < to; c++) {
            int column = packed[c] >> 1;
            axpy(weight[c - from], factors.outers(), column * stride.outer(), gram, stride.outer());
            axpy((packed[c] & 1) - 0.5f, factors.values(), column * stride.row(), linear, stride.row());
        }
    }

    private static void axpy(float scale, float[] from, int at, float[] to, int length) {
        for (int k = 0; k < length; k++) {
            to[k] += scale * from[at + k];
        }
    }
}
