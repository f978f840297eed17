package org.eyrie.lrmf.items;

/**
 * Where the items of each benchmark lie among the columns.
 *
 * @param start first column per benchmark, ascending, and the number of all columns behind the last
 * @param fieldColumn the benchmark's column in the field of whole benchmarks, or -1 where it has none
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record ItemBlocks(int[] start, int[] fieldColumn) {

    public ItemBlocks {
        if (start.length != fieldColumn.length + 1 || start[0] != 0) {
            throw new IllegalArgumentException(
                    start.length + " starts do not enclose " + fieldColumn.length + " benchmarks");
        }
        for (int b = 0; b < fieldColumn.length; b++) {
            if (start[b + 1] <= start[b]) {
                throw new IllegalArgumentException("Benchmark " + b + " has no items");
            }
        }
    }

    public int benchmarks() {
        return fieldColumn.length;
    }

    /** Number of items of a benchmark. */
    public int items(int benchmark) {
        return start[benchmark + 1] - start[benchmark];
    }

    /** Number of items of all benchmarks. */
    public int columns() {
        return start[start.length - 1];
    }

    /** Column of an item, its position counted from zero. */
    public int column(int benchmark, int position) {
        if (position < 0 || position >= items(benchmark)) {
            throw new IllegalArgumentException("No item " + position + " in a benchmark of " + items(benchmark));
        }
        return start[benchmark] + position;
    }

    /** The benchmark a column belongs to. */
    int benchmark(int column) {
        int b = 0;
        while (start[b + 1] <= column) {
            b++;
        }
        return b;
    }

    /** All columns of a benchmark. */
    int[] columnsOf(int benchmark) {
        int[] columns = new int[items(benchmark)];
        for (int k = 0; k < columns.length; k++) {
            columns[k] = start[benchmark] + k;
        }
        return columns;
    }
}
