package org.eyrie.program.run;

/** Each element by chance, all alike. */
final class ChanceSelector implements Selector {

    private final Chance chance;
    private final double dropped;
    private final float scale;

    /**
     * As DARE does (arXiv 2311.03099).
     *
     * @param inverse whether what is kept is divided by the chance to be kept
     */
    ChanceSelector(Chance chance, double dropped, boolean inverse) {
        this.chance = chance;
        this.dropped = dropped;
        this.scale = inverse ? (float) (1 / (1 - dropped)) : 1;
    }

    @Override
    public int passes() {
        return 0;
    }

    @Override
    public void select(Piece piece, float[][] in, float[][] out) {
        for (int t = 0; t < in.length; t++) {
            for (int k = 0; k < piece.count(); k++) {
                out[t][k] = chance.at(t, piece.from() + k) >= dropped ? in[t][k] * scale : 0;
            }
        }
    }
}
