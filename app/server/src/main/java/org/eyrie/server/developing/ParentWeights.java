package org.eyrie.server.developing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eyrie.llama.files.ModelFolder;
import org.eyrie.llama.forward.UnusableModelException;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.program.run.TensorPlace;
import org.eyrie.weights.Compatibility;
import org.eyrie.weights.TensorInfo;
import org.eyrie.weights.UnusableWeightsException;
import org.eyrie.weights.WeightsFault;
import org.eyrie.weights.WeightsFolder;

/** A base and its parents, read once and kept in memory: what a search merges again and again. */
public final class ParentWeights {

    private final ModelFolder base;
    private final List<LoadedGroup> groups;
    private final int parents;

    private ParentWeights(ModelFolder base, List<LoadedGroup> groups, int parents) {
        this.base = base;
        this.groups = List.copyOf(groups);
        this.parents = parents;
    }

    /**
     * Reads them.
     *
     * @throws InvalidInputException if they do not fit each other or cannot be run here, with every reason
     */
    public static ParentWeights read(Path base, List<Path> parents) {
        List<WeightsFolder> open = new ArrayList<>();
        try {
            try {
                open(base, parents, open);
                Compatibility.check(open.get(0), open.subList(1, open.size()));
                return new ParentWeights(ModelFolder.read(base), loaded(open), parents.size());
            } finally {
                for (WeightsFolder folder : open) {
                    folder.close();
                }
            }
        } catch (UnusableWeightsException e) {
            throw new InvalidInputException(
                    "The search",
                    e.faults().stream()
                            .map(fault -> new Fault(fault.where(), fault.reason()))
                            .toList());
        } catch (UnusableModelException e) {
            throw new InvalidInputException(
                    "The search",
                    e.faults().stream()
                            .map(fault -> new Fault(base.toString(), fault))
                            .toList());
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The search", List.of(new Fault(base.toString(), "It cannot be read: " + e.getMessage())));
        }
    }

    /** @throws UnusableWeightsException with the faults of all of them */
    private static void open(Path base, List<Path> parents, List<WeightsFolder> open) throws IOException {
        List<WeightsFault> faults = new ArrayList<>();
        for (Path folder : Stream.concat(Stream.of(base), parents.stream()).toList()) {
            try {
                open.add(WeightsFolder.open(folder));
            } catch (UnusableWeightsException e) {
                faults.addAll(e.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new UnusableWeightsException(faults);
        }
    }

    private static List<LoadedGroup> loaded(List<WeightsFolder> models) throws IOException {
        Map<String, TensorInfo> tensors = models.get(0).tensors();
        int layers = TensorPlace.layers(tensors.keySet());
        List<LoadedGroup> groups = new ArrayList<>();
        for (TensorInfo tensor : new LinkedHashMap<>(tensors).values()) {
            List<float[]> values = new ArrayList<>();
            for (WeightsFolder model : models) {
                float[] read = new float[Math.toIntExact(tensor.size())];
                model.read(tensor.name(), 0, read, read.length);
                values.add(read);
            }
            groups.add(new LoadedGroup(tensor, TensorPlace.of(tensor.name(), layers), values));
        }
        return groups;
    }

    /** How many parents, from 1. */
    public int parents() {
        return parents;
    }

    ModelFolder base() {
        return base;
    }

    /** Every tensor of base and parents. */
    List<LoadedGroup> groups() {
        return groups;
    }
}
