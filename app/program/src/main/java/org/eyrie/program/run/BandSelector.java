package org.eyrie.program.run;

import java.util.stream.IntStream;

/** The largest, or those below the largest, each tensor by itself. */
final class BandSelector implements Selector {

    private final Bands[] bands;

    private BandSelector(int tensors, long from, long to) {
        this.bands = IntStream.range(0, tensors)
                .mapToObj(tensor -> new Bands(from, to))
                .toArray(Bands[]::new);
    }

    /** At least one where the share is above 0; the count is rounded down. */
    static BandSelector largest(int tensors, long size, double share) {
        long kept = share >= 1 ? size : share <= 0 ? 0 : Math.max(1, (long) (share * size));
        return new BandSelector(tensors, 0, kept);
    }

    /** Fewer are left out at the top where otherwise the share could not be kept. */
    static BandSelector middle(int tensors, long size, double share, double top) {
        long kept = share >= 1 ? size : (long) (share * size);
        long below = share >= 1 ? 0 : Math.max(0, size - kept - (long) (top * size));
        return new BandSelector(tensors, size - below - kept, size - below);
    }

    @Override
    public int passes() {
        return 2;
    }

    @Override
    public void absorb(int pass, Piece piece, float[][] in) {
        for (int t = 0; t < bands.length; t++) {
            bands[t].count(pass, in[t], piece.count());
        }
    }

    @Override
    public void end(int pass) {
        for (Bands band : bands) {
            band.end(pass);
        }
    }

    @Override
    public void rewind() {
        for (Bands band : bands) {
            band.rewind();
        }
    }

    @Override
    public void select(Piece piece, float[][] in, float[][] out) {
        for (int t = 0; t < bands.length; t++) {
            bands[t].select(in[t], out[t], piece.count());
        }
    }
}
