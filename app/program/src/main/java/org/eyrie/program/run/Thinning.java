package org.eyrie.program.run;

/** What a selector leaves, scaled back to the length that it had where that is asked for. */
final class Thinning implements TermWork {

    /** Below this a length is taken for 0, as there is nothing to restore. */
    private static final double NOTHING = 1e-7;

    /** What is restored. */
    enum Restore {
        NONE,
        /** The sum of sizes. */
        L1,
        /** The square root of the sum of squares. */
        L2
    }

    private final Selector selector;
    private final Restore restore;
    private final double[] before;
    private final double[] after;
    private float[][] selected = new float[0][];

    Thinning(Selector selector, Restore restore, int tensors) {
        this.selector = selector;
        this.restore = restore;
        this.before = new double[tensors];
        this.after = new double[tensors];
    }

    @Override
    public void absorb(int pass, Piece piece, Operands in) {
        float[][] tensors = in.piece(0);
        if (pass < selector.passes()) {
            selector.absorb(pass, piece, tensors);
            return;
        }
        if (selected.length == 0 || selected[0].length < piece.count()) {
            selected = new float[tensors.length][piece.count()];
        }
        selector.select(piece, tensors, selected);
        for (int t = 0; t < tensors.length; t++) {
            before[t] += length(tensors[t], piece.count());
            after[t] += length(selected[t], piece.count());
        }
    }

    private double length(float[] values, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += restore == Restore.L1 ? Math.abs(values[k]) : (double) values[k] * values[k];
        }
        return sum;
    }

    @Override
    public void end(int pass, Operands in) {
        if (pass < selector.passes()) {
            selector.end(pass);
        }
        selected = new float[0][];
    }

    @Override
    public void rewind() {
        selector.rewind();
    }

    @Override
    public void fill(Piece piece, Operands in, float[][] out) {
        selector.select(piece, in.piece(0), out);
        for (int t = 0; t < out.length && restore != Restore.NONE; t++) {
            float scale = scale(t);
            for (int k = 0; k < piece.count(); k++) {
                out[t][k] *= scale;
            }
        }
    }

    private float scale(int t) {
        double was = restore == Restore.L2 ? Math.sqrt(before[t]) : before[t];
        double is = restore == Restore.L2 ? Math.sqrt(after[t]) : after[t];
        return was < NOTHING || is < NOTHING ? 1 : (float) (was / is);
    }
}
