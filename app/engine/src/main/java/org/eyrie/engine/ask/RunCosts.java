package org.eyrie.engine.ask;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;

/** What running benchmarks costs: as given, or by their numbers of items. */
final class RunCosts {

    /** @param assumed whether it is that of the median benchmark, because nobody knows this one's items */
    record Cost(double value, boolean assumed) {}

    private final Map<BenchmarkId, Cost> costs = new HashMap<>();

    /** @param given only these can be run; none for all that are known */
    RunCosts(Map<BenchmarkId, Double> given, Collection<Benchmark> known) {
        given.forEach((benchmark, cost) -> costs.put(benchmark, new Cost(cost, false)));
        if (!given.isEmpty()) {
            return;
        }
        double[] items = known.stream()
                .filter(benchmark -> benchmark.items() != null)
                .mapToDouble(Benchmark::items)
                .sorted()
                .toArray();
        double median = items.length == 0 ? 1 : items[items.length / 2];
        for (Benchmark benchmark : known) {
            Integer size = benchmark.items();
            costs.put(benchmark.id(), size == null ? new Cost(median, true) : new Cost(size, false));
        }
    }

    /** Empty where it is not to be run. */
    Optional<Cost> of(BenchmarkId benchmark) {
        return Optional.ofNullable(costs.get(benchmark));
    }
}
