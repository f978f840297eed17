package org.eyrie.program.run;

import java.util.Arrays;

/** Each element by chance, the larger within its row the rather (DELLA, arXiv 2406.11617). Wants whole rows. */
final class RowRankSelector implements Selector {

    private final Chance chance;
    private final double share;
    private final double spread;
    private final boolean inverse;

    /**
     * As DELLA does.
     *
     * @param inverse whether what is kept is divided by the chance to be kept
     */
    RowRankSelector(Chance chance, double share, double spread, boolean inverse) {
        this.chance = chance;
        this.share = share;
        this.spread = spread;
        this.inverse = inverse;
    }

    @Override
    public int passes() {
        return 0;
    }

    @Override
    public void select(Piece piece, float[][] in, float[][] out) {
        int columns = (int) piece.columns();
        long[] order = new long[columns];
        for (int t = 0; t < in.length; t++) {
            for (int start = 0; start < piece.count(); start += columns) {
                row(t, piece.from() + start, in[t], out[t], start, order);
            }
        }
    }

    private void row(int tensor, long position, float[] in, float[] out, int start, long[] order) {
        for (int c = 0; c < order.length; c++) {
            order[c] = ((long) (Float.floatToRawIntBits(in[start + c]) & 0x7fffffff) << 32) | c;
        }
        Arrays.sort(order);
        double most = Math.max(1, order.length - 1);
        for (int rank = 0; rank < order.length; rank++) {
            int c = (int) order[rank];
            double kept = share - spread + rank / most * 2 * spread;
            boolean chosen = chance.at(tensor, position + c) < kept;
            out[start + c] = chosen ? in[start + c] * (inverse ? (float) (1 / kept) : 1) : 0;
        }
    }
}
