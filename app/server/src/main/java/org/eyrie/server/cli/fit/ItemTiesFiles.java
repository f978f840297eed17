package org.eyrie.server.cli.fit;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.eyrie.engine.fit.ItemTies;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.Outcomes;
import org.jspecify.annotations.Nullable;

/**
 * Files that tell which items are alike, CSV with a header: {@code benchmark,item,subtask}, or {@code benchmark,item} and
 * a column per number of an embedding. Items are positions from zero.
 */
final class ItemTiesFiles {

    private static final int MOST_NUMBERS = 16_384;

    private ItemTiesFiles() {}

    /**
     * Reads them.
     *
     * @param embeddings or null
     * @param subtasks or null
     * @throws InvalidInputException with every fault of a file
     */
    static ItemTies read(ItemTies.Kind kind, @Nullable Path embeddings, @Nullable Path subtasks, int neighbours) {
        Map<BenchmarkId, float[][]> vectors = new HashMap<>();
        Map<BenchmarkId, int[]> groups = new HashMap<>();
        if (embeddings != null) {
            Map<BenchmarkId, NavigableMap<Integer, float[]>> read = new HashMap<>();
            each(embeddings, MOST_NUMBERS, (benchmark, item, rest) -> of(read, benchmark)
                    .put(item, numbers(rest)));
            read.forEach((benchmark, items) -> {
                float[][] all = new float[items.lastKey() + 1][];
                Arrays.fill(all, new float[0]);
                items.forEach((item, vector) -> all[item] = vector);
                vectors.put(benchmark, all);
            });
        }
        if (subtasks != null) {
            Map<String, Integer> codes = new HashMap<>();
            Map<BenchmarkId, NavigableMap<Integer, Integer>> read = new HashMap<>();
            each(subtasks, 1, (benchmark, item, rest) -> of(read, benchmark)
                    .put(item, codes.computeIfAbsent(rest.get(0), subtask -> codes.size())));
            read.forEach((benchmark, items) -> {
                int[] all = new int[items.lastKey() + 1];
                Arrays.fill(all, -1);
                items.forEach((item, subtask) -> all[item] = subtask);
                groups.put(benchmark, all);
            });
        }
        return new ItemTies(kind, vectors, groups, neighbours);
    }

    private static <T> Map<Integer, T> of(Map<BenchmarkId, NavigableMap<Integer, T>> read, BenchmarkId benchmark) {
        return read.computeIfAbsent(benchmark, name -> new TreeMap<>());
    }

    @FunctionalInterface
    private interface Line {
        void read(BenchmarkId benchmark, int item, List<String> rest);
    }

    private static float[] numbers(List<String> texts) {
        float[] numbers = new float[texts.size()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = Float.parseFloat(texts.get(k).strip());
            if (!Float.isFinite(numbers[k])) {
                throw new IllegalArgumentException("A number must be finite, not " + numbers[k] + ".");
            }
        }
        return numbers;
    }

    private static void each(Path file, int mostColumns, Line line) {
        List<Fault> faults = new ArrayList<>();
        int width = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord row : reader) {
                int columns = row.getFieldCount();
                if (width == 0) {
                    width = columns;
                    if (columns < 3 || columns > mostColumns + 2) {
                        faults.add(new Fault(
                                "line 1",
                                "It needs the columns benchmark, item and 1 to " + mostColumns + " more, not " + columns
                                        + " in all."));
                        break;
                    }
                    continue;
                }
                String where = "line " + row.getStartingLineNumber();
                if (columns != width) {
                    faults.add(new Fault(where, "It has " + columns + " columns, the header " + width + "."));
                    continue;
                }
                try {
                    line.read(
                            new BenchmarkId(row.getField(0)),
                            position(row.getField(1)),
                            row.getFields().subList(2, width));
                } catch (IllegalArgumentException refused) {
                    faults.add(new Fault(where, String.valueOf(refused.getMessage())));
                }
            }
        } catch (CsvParseException e) {
            faults.add(new Fault("the file", "It is no CSV: " + e.getMessage()));
        } catch (NoSuchFileException e) {
            faults.add(new Fault("the file", "There is no such file."));
        } catch (IOException e) {
            faults.add(new Fault("the file", "It cannot be read: " + e.getMessage()));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(file.toString(), faults);
        }
    }

    private static int position(String text) {
        int item = -1;
        try {
            item = Integer.parseInt(text.strip());
        } catch (NumberFormatException ignored) {
            // told below
        }
        if (item < 0 || item >= Outcomes.MAX_ITEMS) {
            throw new IllegalArgumentException("An item is a position from 0, not \"" + text + "\".");
        }
        return item;
    }
}
