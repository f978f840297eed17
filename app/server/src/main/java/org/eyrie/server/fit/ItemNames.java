package org.eyrie.server.fit;

import java.util.List;
import org.eyrie.model.BenchmarkId;

/**
 * The benchmarks that an item fit knows item by item, in the order they were numbered in.
 *
 * @param benchmarks by id
 * @param items how many each has
 * @param models how many models each was learned from
 */
public record ItemNames(List<BenchmarkId> benchmarks, List<Integer> items, List<Integer> models) {

    public ItemNames {
        benchmarks = List.copyOf(benchmarks);
        items = List.copyOf(items);
        models = List.copyOf(models);
    }
}
