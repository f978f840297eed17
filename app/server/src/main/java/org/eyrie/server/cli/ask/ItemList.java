package org.eyrie.server.cli.ask;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.server.cli.command.SmallFile;

/** Files that say something of items: CSV with a column {@code item}, a position from zero, and another one. */
final class ItemList {

    private ItemList() {}

    /**
     * Outcomes by item, in a column {@code correct}, 1 or 0.
     *
     * @throws InvalidInputException with every fault of the file
     */
    static Map<Integer, Boolean> outcomes(Path file) {
        return read(file, "correct", text -> switch (text) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw new IllegalArgumentException("An outcome is 1 or 0, not \"" + text + "\".");
        });
    }

    /**
     * Costs by item, in a column {@code cost}.
     *
     * @throws InvalidInputException with every fault of the file
     */
    static Map<Integer, Double> costs(Path file) {
        return read(file, "cost", text -> {
            try {
                return Double.valueOf(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("A cost is a number, not \"" + text + "\".", e);
            }
        });
    }

    private static <T> Map<Integer, T> read(Path file, String column, Function<String, T> parser) {
        List<Fault> faults = new ArrayList<>();
        Map<Integer, T> read = new TreeMap<>();
        for (NamedCsvRecord row : rows(file, List.of("item", column))) {
            String where = "line " + row.getStartingLineNumber();
            try {
                Integer item = position(field(row, "item"));
                T value = parser.apply(field(row, column));
                if (read.putIfAbsent(item, value) != null) {
                    faults.add(new Fault(where, "Item " + item + " stands twice."));
                }
            } catch (IllegalArgumentException refused) {
                faults.add(new Fault(where, String.valueOf(refused.getMessage())));
            }
        }
        if (read.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault("the file", "It names no item. It needs the columns item and " + column + "."));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(file.toString(), faults);
        }
        return read;
    }

    private static Integer position(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("An item is a position from 0, not \"" + text + "\".", e);
        }
    }

    /** What stands in a column without blanks around it; nothing where the row ends before. */
    static String field(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }

    /**
     * Rows of a file whose header names some columns.
     *
     * @throws InvalidInputException if it is no such file; a column that is missing is the header's fault
     */
    static List<NamedCsvRecord> rows(Path file, List<String> columns) {
        String text = SmallFile.text(file);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            List<String> header = rows.isEmpty() ? columns : rows.get(0).getHeader();
            List<Fault> faults = columns.stream()
                    .filter(column -> !header.contains(column))
                    .map(column -> new Fault(
                            "the header",
                            "There is no column called \"" + column + "\", only " + String.join(", ", header) + "."))
                    .toList();
            if (!faults.isEmpty()) {
                throw new InvalidInputException(file.toString(), faults);
            }
            return rows;
        } catch (CsvParseException e) {
            throw SmallFile.refused(file, "It is no CSV: " + e.getMessage());
        } catch (IOException e) {
            throw SmallFile.refused(file, "It cannot be read: " + e.getMessage());
        }
    }
}
