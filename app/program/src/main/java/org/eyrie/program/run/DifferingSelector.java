package org.eyrie.program.run;

/** Elements in which parents differ most, the same for all parents (SCE, arXiv 2408.07990). */
final class DifferingSelector implements Selector {

    private final double share;
    private final float[] buffer = new float[1];
    private Bands bands = new Bands(0, 1);
    private long differing;
    private final long[] high = new long[1 << 16];

    DifferingSelector(double share) {
        this.share = share;
    }

    @Override
    public int passes() {
        return 2;
    }

    @Override
    public void absorb(int pass, Piece piece, float[][] in) {
        for (int k = 0; k < piece.count(); k++) {
            float variance = variance(in, k);
            if (pass == 0) {
                differing += variance != 0 ? 1 : 0;
                high[Float.floatToRawIntBits(variance) >>> 15]++;
            } else {
                buffer[0] = variance;
                bands.count(1, buffer, 1);
            }
        }
    }

    @Override
    public void end(int pass) {
        if (pass == 0) {
            bands = new Bands(0, share >= 1 ? Long.MAX_VALUE : (long) (share * differing), high);
        }
        bands.end(pass);
    }

    @Override
    public void rewind() {
        bands.rewind();
    }

    @Override
    public void select(Piece piece, float[][] in, float[][] out) {
        for (int k = 0; k < piece.count(); k++) {
            boolean chosen = share >= 1 || bands.next(variance(in, k));
            for (int t = 0; t < in.length; t++) {
                out[t][k] = chosen ? in[t][k] : 0;
            }
        }
    }

    private static float variance(float[][] in, int k) {
        double mean = 0;
        for (float[] tensor : in) {
            mean += tensor[k];
        }
        mean /= in.length;
        double sum = 0;
        for (float[] tensor : in) {
            sum += (tensor[k] - mean) * (tensor[k] - mean);
        }
        return (float) (sum / in.length);
    }
}
