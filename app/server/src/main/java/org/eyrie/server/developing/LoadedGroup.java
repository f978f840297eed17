package org.eyrie.server.developing;

import java.util.List;
import org.eyrie.program.run.TensorGroup;
import org.eyrie.program.run.TensorPlace;
import org.eyrie.weights.TensorInfo;

/**
 * One tensor of base and parents, in memory.
 *
 * @param values of the base, then of the parents, in row-major order; nobody writes to them
 */
record LoadedGroup(TensorInfo tensor, TensorPlace place, List<float[]> values) implements TensorGroup {

    @Override
    public String name() {
        return tensor.name();
    }

    @Override
    public long rows() {
        return tensor.rows();
    }

    @Override
    public long columns() {
        return tensor.columns();
    }

    @Override
    public int parents() {
        return values.size() - 1;
    }

    @Override
    public void read(int model, long from, float[] into, int count) {
        System.arraycopy(values.get(model), Math.toIntExact(from), into, 0, count);
    }
}
