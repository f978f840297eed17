package org.eyrie.engine.fit;

import java.util.List;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;

/**
 * The benchmarks that an item fit knows item by item, in the order they were numbered in.
 *
 * @param benchmarks by id
 * @param items how many each has
 * @param models how many models each was learned from
 * @param mates the models that the fit remembers, so that others of their kind are told of them
 */
public record ItemNames(List<BenchmarkId> benchmarks, List<Integer> items, List<Integer> models, List<ModelId> mates) {

    public ItemNames {
        benchmarks = List.copyOf(benchmarks);
        items = List.copyOf(items);
        models = List.copyOf(models);
        mates = List.copyOf(mates);
    }

    /** First column per benchmark, and the number of all columns behind the last. */
    public int[] starts() {
        int[] start = new int[items.size() + 1];
        for (int b = 0; b < items.size(); b++) {
            start[b + 1] = start[b] + items.get(b);
        }
        return start;
    }

    /** The same with the models that a fit remembers. */
    ItemNames remembering(List<ModelId> models) {
        return new ItemNames(benchmarks, items, this.models, models);
    }
}
