package org.eyrie.program.run;

import java.util.Arrays;

/** A term for which it is enough to know the inner products of its tensors. */
final class GramWork implements TermWork {

    /** What follows from them: numbers. */
    @FunctionalInterface
    interface Measure {
        double[] of(Gram gram);
    }

    /** What follows from them: for each tensor to be made, its coefficients on those that are there. */
    @FunctionalInterface
    interface Mixture {
        double[][] of(Gram gram, Operands in);
    }

    private final Measure measure;
    private final Mixture mixture;
    private final int tensors;
    private Gram gram;
    private double[][] coefficients = new double[0][];

    private GramWork(int tensors, Measure measure, Mixture mixture) {
        this.tensors = tensors;
        this.measure = measure;
        this.mixture = mixture;
        this.gram = new Gram(tensors);
    }

    static TermWork measure(int tensors, Measure measure) {
        return new GramWork(tensors, measure, (gram, in) -> new double[0][]);
    }

    static TermWork mixture(int tensors, Mixture mixture) {
        return new GramWork(tensors, gram -> new double[0], mixture);
    }

    @Override
    public void absorb(int pass, Piece piece, Operands in) {
        gram.absorb(all(in), piece.count());
    }

    /** Of all inputs that have elements. */
    private float[][] all(Operands in) {
        float[][] all = new float[tensors][];
        int next = 0;
        for (float[][] pieces : in.pieces()) {
            for (float[] one : pieces) {
                all[next++] = one;
            }
        }
        return all;
    }

    @Override
    public double[] numbers(Operands in) {
        return measure.of(gram);
    }

    @Override
    public void fill(Piece piece, Operands in, float[][] out) {
        if (coefficients.length == 0) {
            coefficients = mixture.of(gram, in);
        }
        float[][] all = all(in);
        for (int made = 0; made < out.length; made++) {
            Arrays.fill(out[made], 0, piece.count(), 0);
            for (int t = 0; t < all.length; t++) {
                float c = (float) coefficients[made][t];
                for (int k = 0; k < piece.count() && c != 0; k++) {
                    out[made][k] += c * all[t][k];
                }
            }
        }
    }
}
