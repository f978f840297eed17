package org.eyrie.llama.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.llama.forward.LlamaShape;
import org.eyrie.llama.forward.TensorSource;
import org.eyrie.llama.forward.UnusableModelException;
import org.eyrie.weights.TensorInfo;
import org.eyrie.weights.UnusableWeightsException;
import org.eyrie.weights.WeightsFault;
import org.eyrie.weights.WeightsFolder;

/** The weights in a folder, all of them in memory: a model that is run here is small. */
final class FolderTensors implements TensorSource {

    private final Map<String, TensorInfo> tensors;
    private final Map<String, float[]> values = new HashMap<>();

    private FolderTensors(WeightsFolder weights) throws IOException {
        tensors = weights.tensors();
        for (TensorInfo tensor : weights.inOrder()) {
            float[] read = new float[Math.toIntExact(tensor.size())];
            weights.read(tensor.name(), 0, read, read.length);
            values.put(tensor.name(), read);
        }
    }

    /**
     * Reads all of them.
     *
     * @throws UnusableModelException if they are missing, damaged, more than is run here, or no numbers
     */
    static FolderTensors read(Path folder) {
        try (WeightsFolder weights = WeightsFolder.open(folder)) {
            long size = weights.inOrder().stream().mapToLong(TensorInfo::size).sum();
            // A tied head may be there besides, so this is not yet the bound on parameters.
            if (size > 2 * LlamaShape.MAX_PARAMETERS) {
                throw unusable(
                        folder,
                        "its files hold " + size + " numbers, and at most "
                                + LlamaShape.MAX_PARAMETERS
                                + " parameters are run here: evaluate it with a harness and import"
                                + " the outcomes");
            }
            return new FolderTensors(weights);
        } catch (UnusableWeightsException e) {
            throw new UnusableModelException(
                    folder.toString(),
                    e.faults().stream().map(WeightsFault::toString).toList());
        } catch (IOException e) {
            throw unusable(folder, "its weights cannot be read: " + e.getMessage());
        }
    }

    private static UnusableModelException unusable(Path folder, String fault) {
        return new UnusableModelException(folder.toString(), List.of(fault));
    }

    @Override
    public Set<String> names() {
        return tensors.keySet();
    }

    @Override
    public List<Long> shape(String name) {
        TensorInfo tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("There is no tensor " + name);
        }
        return tensor.shape();
    }

    @Override
    public float[] values(String name) {
        float[] read = values.get(name);
        if (read == null) {
            throw new IllegalArgumentException("There is no tensor " + name);
        }
        return read;
    }
}
