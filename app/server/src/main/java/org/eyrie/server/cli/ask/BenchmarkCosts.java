package org.eyrie.server.cli.ask;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eyrie.engine.ask.AskedBenchmarks;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** A file that says what running benchmarks costs: CSV with the columns {@code benchmark} and {@code cost}. */
final class BenchmarkCosts {

    private BenchmarkCosts() {}

    /**
     * Costs by benchmark, above 0, in the file's order.
     *
     * @param known what there is; another case is taken where one benchmark alone can be meant
     * @throws InvalidInputException with every fault of the file
     */
    static Map<BenchmarkId, Double> read(Path file, AskedBenchmarks known) {
        List<Fault> faults = new ArrayList<>();
        Map<BenchmarkId, Double> costs = new LinkedHashMap<>();
        Set<BenchmarkId> seen = new HashSet<>();
        for (NamedCsvRecord row : ItemList.rows(file, List.of("benchmark", "cost"))) {
            String where = "line " + row.getStartingLineNumber();
            BenchmarkId benchmark = read(
                    where,
                    () -> {
                        BenchmarkId written = new BenchmarkId(ItemList.field(row, "benchmark"));
                        if (!seen.add(known.find(written).orElse(written))) {
                            throw new IllegalArgumentException(written + " stands twice: leave one of them.");
                        }
                        return known.find(written)
                                .orElseThrow(() -> new IllegalArgumentException(known.missing(written)));
                    },
                    faults);
            Double cost = read(where, () -> cost(ItemList.field(row, "cost")), faults);
            if (benchmark != null && cost != null) {
                costs.put(benchmark, cost);
            }
        }
        if (costs.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault("the file", "It names no benchmark. It needs the columns benchmark and cost."));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(file.toString(), faults);
        }
        return costs;
    }

    private static <T> @Nullable T read(String where, Supplier<T> reader, List<Fault> faults) {
        try {
            return reader.get();
        } catch (IllegalArgumentException refused) {
            faults.add(new Fault(where, String.valueOf(refused.getMessage())));
            return null;
        }
    }

    private static double cost(String text) {
        try {
            double cost = Double.parseDouble(text);
            if (cost > 0 && cost <= Double.MAX_VALUE) {
                return cost;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException("A cost is a number above 0, not \"" + text + "\".");
    }
}
