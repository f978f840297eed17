package org.eyrie.program.run;

import java.util.Arrays;

/** What parents agree on, element by element, with a weight for each or one for all. */
final class Elections {

    private Elections() {}

    /** The sign of most of the mass, or of most parents; 0 elects +, as in TIES (arXiv 2306.01708). */
    static TermWork agree(boolean byCount, int weights) {
        return new TermWork() {
            @Override
            public void fill(Piece piece, Operands in, float[][] out) {
                float[][] all = in.piece(0);
                float[] mass = new float[piece.count()];
                for (int t = 0; t < out.length; t++) {
                    add(mass, all[t], weight(in, weights, t), byCount);
                }
                for (int t = 0; t < out.length; t++) {
                    elected(mass, all[t], weight(in, weights, t), out[t]);
                }
            }
        };
    }

    private static void add(float[] mass, float[] values, float weight, boolean byCount) {
        if (byCount) {
            for (int k = 0; k < mass.length; k++) {
                mass[k] += Math.signum(weight * values[k]);
            }
        } else {
            for (int k = 0; k < mass.length; k++) {
                mass[k] += weight * values[k];
            }
        }
    }

    private static void elected(float[] mass, float[] values, float weight, float[] out) {
        for (int k = 0; k < mass.length; k++) {
            float x = weight * values[k];
            out[k] = mass[k] >= 0 ? (x > 0 ? values[k] : 0) : (x < 0 ? values[k] : 0);
        }
    }

    /** The weighted mean over the parents that are not 0 there; their sum where weights cancel. */
    static TermWork meanOfNonzero() {
        return new TermWork() {
            @Override
            public void fill(Piece piece, Operands in, float[][] out) {
                float[] sum = out[0];
                float[] weights = new float[piece.count()];
                Arrays.fill(sum, 0, piece.count(), 0);
                float[][] all = in.piece(0);
                for (int t = 0; t < all.length; t++) {
                    float weight = weight(in, 1, t);
                    for (int k = 0; k < weights.length; k++) {
                        sum[k] += weight * all[t][k];
                        weights[k] += all[t][k] != 0 ? weight : 0;
                    }
                }
                for (int k = 0; k < weights.length; k++) {
                    sum[k] = weights[k] == 0 ? sum[k] : sum[k] / weights[k];
                }
            }
        };
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
