package org.eyrie.server.merging;

import java.io.IOException;
import java.util.List;
import org.eyrie.program.run.TensorGroup;
import org.eyrie.program.run.TensorPlace;
import org.eyrie.weights.TensorInfo;
import org.eyrie.weights.WeightsFolder;

/**
 * One tensor of the models in several folders.
 *
 * @param models the base, then the parents
 */
record FolderGroup(TensorInfo tensor, TensorPlace place, List<WeightsFolder> models) implements TensorGroup {

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
        return models.size() - 1;
    }

    @Override
    public void read(int model, long from, float[] into, int count) throws IOException {
        models.get(model).read(tensor.name(), from, into, count);
    }
}
