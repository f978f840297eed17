package org.eyrie.server.cli.ask;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;

/** A file that says what running benchmarks costs: CSV with the columns {@code benchmark} and {@code cost}. */
final class BenchmarkCosts {

    private BenchmarkCosts() {}

    /**
     * Costs by benchmark, above 0, in the file's order.
     *
     * @throws InvalidInputException with every fault of the file
     */
    static Map<BenchmarkId, Double> read(Path file) {
        List<Fault> faults = new ArrayList<>();
        Map<BenchmarkId, Double> costs = new LinkedHashMap<>();
        for (NamedCsvRecord row : ItemList.rows(file)) {
            String where = "line " + row.getStartingLineNumber();
            try {
                BenchmarkId benchmark = new BenchmarkId(field(row, "benchmark"));
                if (costs.putIfAbsent(benchmark, cost(field(row, "cost"))) != null) {
                    faults.add(new Fault(where, benchmark + " stands twice: leave one of them."));
                }
            } catch (IllegalArgumentException refused) {
                faults.add(new Fault(where, String.valueOf(refused.getMessage())));
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

    private static String field(NamedCsvRecord row, String column) {
        return row.findField(column)
                .orElseThrow(() -> new IllegalArgumentException("There is no column called \"" + column + "\"."))
                .strip();
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
