package org.eyrie.program.effect;

import java.io.IOException;
import org.eyrie.program.run.TensorGroup;
import org.eyrie.program.run.TensorPlace;

/**
 * Every so-many-th row of a tensor, as a tensor by itself. Programs run on it do nearly what they do on the whole: thresholds
 * and norms are those of the sample, random masks are others of the same kind.
 */
public final class SampledRows implements TensorGroup {

    /** Rows that are kept of every tensor, if it has them: few rows say little. */
    private static final long LEAST = 16;

    private final TensorGroup whole;
    private final long step;

    private SampledRows(TensorGroup whole, long step) {
        this.whole = whole;
        this.step = step;
    }

    /**
     * Of a tensor; the tensor itself where it has few rows.
     *
     * @param step 1 for all rows, 10 for a tenth
     */
    public static TensorGroup of(TensorGroup whole, int step) {
        if (step < 1) {
            throw new IllegalArgumentException("Every " + step + "th row");
        }
        long fitting = Math.max(1, Math.min(step, whole.rows() / LEAST));
        return fitting == 1 ? whole : new SampledRows(whole, fitting);
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public TensorPlace place() {
        return whole.place();
    }

    @Override
    public long rows() {
        return (whole.rows() + step - 1) / step;
    }

    @Override
    public long columns() {
        return whole.columns();
    }

    @Override
    public int parents() {
        return whole.parents();
    }

    @Override
    public void read(int model, long from, float[] into, int count) throws IOException {
        float[] row = new float[Math.toIntExact(Math.min(columns(), count))];
        int done = 0;
        while (done < count) {
            long at = from + done;
            long column = at % columns();
            int part = (int) Math.min(columns() - column, count - done);
            whole.read(model, at / columns() * step * columns() + column, row, part);
            System.arraycopy(row, 0, into, done, part);
            done += part;
        }
    }
}
