package org.eyrie.server.developing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.program.run.TensorPlace;

/** The tensors of one group of an effect, as their task vectors see each other. Safe for many threads once filled. */
final class MergedPart {

    private final int parents;
    private final double[][] products;
    private final List<LoadedGroup> tensors = new ArrayList<>();
    private final Map<Integer, Double> shares = new HashMap<>();

    MergedPart(int parents) {
        this.parents = parents;
        this.products = new double[parents][parents];
    }

    void add(LoadedGroup tensor) {
        tensors.add(tensor);
        float[] base = tensor.values().get(0);
        for (int one = 0; one < parents; one++) {
            float[] first = tensor.values().get(one + 1);
            for (int other = 0; other <= one; other++) {
                float[] second = tensor.values().get(other + 1);
                double sum = 0;
                for (int i = 0; i < base.length; i++) {
                    sum += (first[i] - base[i]) * (double) (second[i] - base[i]);
                }
                products[one][other] += sum;
                products[other][one] = products[one][other];
            }
        }
    }

    /** Where its tensors are: all of one kind and layer. */
    TensorPlace place() {
        return tensors.get(0).place();
    }

    /** Takes out weights of parents that left these tensors alone. */
    void silence(float[] weights) {
        for (int parent = 0; parent < parents; parent++) {
            if (products[parent][parent] == 0) {
                weights[parent] = 0;
            }
        }
    }

    /** Norm of the weighted sum over the mean norm of the task vectors. */
    double norm(float[] weights) {
        double square = 0;
        double mean = 0;
        for (int one = 0; one < parents; one++) {
            mean += Math.sqrt(products[one][one]) / parents;
            for (int other = 0; other < parents; other++) {
                square += weights[one] * (double) weights[other] * products[one][other];
            }
        }
        return mean == 0 ? 0 : Math.sqrt(Math.max(0, square)) / mean;
    }

    /** Share of the elements in which a parent with a weight differs from the base. */
    synchronized double share(float[] weights) {
        int set = 0;
        for (int parent = 0; parent < parents; parent++) {
            set |= weights[parent] == 0 ? 0 : 1 << parent;
        }
        return shares.computeIfAbsent(set, this::changed);
    }

    private double changed(int set) {
        long changed = 0;
        long all = 0;
        for (LoadedGroup tensor : tensors) {
            float[] base = tensor.values().get(0);
            all += base.length;
            for (int i = 0; i < base.length; i++) {
                boolean moved = false;
                for (int parent = 0; parent < parents; parent++) {
                    moved |= (set >> parent & 1) == 1 && tensor.values().get(parent + 1)[i] != base[i];
                }
                changed += moved ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) changed / all;
    }
}
