package org.eyrie.program.run;

/** What parents agree on, element by element, with a weight for each or one for all. */
final class Elections {

    private Elections() {}

    /** The sign of most of the mass, or of most parents; 0 elects +, as in TIES (arXiv 2306.01708). */
    static TermWork agree(boolean byCount, int weights) {
        return new TermWork() {
            @Override
            public void fill(Piece piece, Operands in, float[][] out) {
                for (int k = 0; k < piece.count(); k++) {
                    float mass = 0;
                    for (int t = 0; t < out.length; t++) {
                        float x = weight(in, weights, t) * in.piece(0, t)[k];
                        mass += byCount ? Math.signum(x) : x;
                    }
                    float elected = mass >= 0 ? 1 : -1;
                    for (int t = 0; t < out.length; t++) {
                        float x = in.piece(0, t)[k];
                        out[t][k] = Math.signum(weight(in, weights, t) * x) == elected ? x : 0;
                    }
                }
            }
        };
    }

    /** The weighted mean over the parents that are not 0 there; their sum where weights cancel. */
    static TermWork meanOfNonzero() {
        return Elementwise.work((in, none, k) -> {
            float sum = 0;
            float weights = 0;
            float[][] all = in.piece(0);
            for (int t = 0; t < all.length; t++) {
                float weight = weight(in, 1, t);
                sum += weight * all[t][k];
                weights += all[t][k] != 0 ? weight : 0;
            }
            return weights == 0 ? sum : sum / weights;
        });
    }

    /** How much of a majority there is, from 0 to 1. */
    static float consent(float[][] all, int k) {
        float signs = 0;
        int moved = 0;
        for (float[] tensor : all) {
            signs += Math.signum(tensor[k]);
            moved += tensor[k] != 0 ? 1 : 0;
        }
        return moved == 0 ? 0 : Math.abs(signs) / moved;
    }

    private static float weight(Operands in, int input, int parent) {
        return in.has(input) ? (float) in.number(input, parent) : 1;
    }
}
