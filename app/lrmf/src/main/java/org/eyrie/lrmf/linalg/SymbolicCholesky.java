package org.eyrie.lrmf.linalg;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the blocks of a Cholesky factor are, for one pattern and one elimination order; the numbers may then change as
 * often as they like.
 *
 * <p>Positions count in elimination order. Column c's off-diagonal blocks stand at the rows {@code row[e]}, ascending,
 * for the entries e from {@code columnStart[c]} to {@code columnStart[c + 1] - 1}. The first {@code free} nodes are
 * eliminated; the others are a boundary whose marginal comes from elsewhere.
 */
public final class SymbolicCholesky {

    /** More nodes or blocks than this are taken for foreign bytes rather than read. */
    private static final int MOST_READ = 100_000_000;

    final int nodes;
    final int free;
    final int[] order;
    final int[] position;
    final int[] columnStart;
    final int[] row;
    /** Entries of row r, by column: {@code entryOfRow[rowStart[r]]} and on. */
    final int[] rowStart;

    final int[] entryOfRow;
    final int[] columnOfEntry;

    private SymbolicCholesky(int free, int[] order, int[] position, int[] columnStart, int[] row) {
        this.nodes = order.length;
        this.free = free;
        this.order = order;
        this.position = position;
        this.columnStart = columnStart;
        this.row = row;
        this.rowStart = new int[nodes + 1];
        this.entryOfRow = new int[row.length];
        this.columnOfEntry = new int[row.length];
        transpose();
    }

    /** Orders all nodes by minimum degree. */
    public static SymbolicCholesky of(BlockPattern pattern) {
        return of(pattern, pattern.nodes, pattern.nodes);
    }

    /**
     * Orders by minimum degree, the nodes from {@code inner} on after all others, and eliminates the first {@code free}.
     *
     * @param free either {@code inner}, which leaves the nodes from there on as a boundary, or all nodes
     */
    public static SymbolicCholesky of(BlockPattern pattern, int inner, int free) {
        return within(pattern, inner, free, Bound.NONE).orElseThrow();
    }

    /** The same, or empty where the factor would pass a bound; that is known after at most the bound's work. */
    public static Optional<SymbolicCholesky> within(BlockPattern pattern, int inner, int free, Bound bound) {
        if (inner < 0 || inner > pattern.nodes || (free != inner && free != pattern.nodes)) {
            throw new IllegalArgumentException(
                    "Cannot eliminate " + free + " nodes, " + inner + " of them first, of " + pattern.nodes);
        }
        return MinimumDegree.within(pattern, inner, free == pattern.nodes, bound)
                .flatMap(order -> eliminate(pattern, free, order, positions(order), bound));
    }

    /**
     * Eliminates the first {@code free} nodes of a given order.
     *
     * @param order every node once
     * @return empty where the factor would pass a bound
     */
    public static Optional<SymbolicCholesky> ordered(BlockPattern pattern, int[] order, int free, Bound bound) {
        return eliminate(pattern, free, order, positions(order), bound)
                .filter(symbolic -> bound.admits(symbolic.blocks(), symbolic.products()));
    }

    /**
     * Eliminates first whatever has few neighbours then, but for some nodes, and then all that is left: so that not much
     * stands above these nodes ({@link AncestorFactor}).
     *
     * @param from these nodes begin there
     * @param to and end before that
     * @param few most neighbours of what is eliminated before all of them
     */
    public static SymbolicCholesky sparing(BlockPattern pattern, int from, int to, int few) {
        MinimumDegree degrees = new MinimumDegree(pattern, pattern.nodes);
        int[] order = new int[pattern.nodes];
        int done = degrees.eliminate(node -> node < from || node >= to, order, 0, (degree, so) -> degree <= few);
        degrees.eliminate(node -> true, order, done, (degree, so) -> true);
        return ordered(pattern, order, order.length, Bound.NONE).orElseThrow();
    }

    private static int[] positions(int[] order) {
        int[] position = new int[order.length];
        for (int p = 0; p < order.length; p++) {
            position[order[p]] = p;
        }
        return position;
    }

    private static Optional<SymbolicCholesky> eliminate(
            BlockPattern pattern, int free, int[] order, int[] position, Bound bound) {
        int nodes = order.length;
        int[][] columns = new int[nodes][];
        IntLists contributors = new IntLists(nodes);
        int[] mark = new int[nodes];
        Arrays.fill(mark, -1);
        int[] scratch = new int[nodes];
        int[] columnStart = new int[nodes + 1];
        for (int c = 0; c < nodes; c++) {
            mark[c] = c;
            int size = 0;
            int node = order[c];
            for (int a = pattern.start[node]; a < pattern.start[node + 1]; a++) {
                size = add(position[pattern.neighbour[a]], c, mark, scratch, size);
            }
            for (int entry = contributors.first(c); entry >= 0; entry = contributors.next(entry)) {
                for (int r : columns[contributors.value(entry)]) {
                    size = add(r, c, mark, scratch, size);
                }
            }
            int[] rows = Arrays.copyOf(scratch, size);
            Arrays.sort(rows);
            columns[c] = rows;
            columnStart[c + 1] = Math.addExact(columnStart[c], size);
            if (columnStart[c + 1] > bound.blocks()) {
                return Optional.empty();
            }
            if (c < free) {
                handOn(rows, c, free, contributors);
            }
        }
        int[] row = new int[columnStart[nodes]];
        for (int c = 0; c < nodes; c++) {
            System.arraycopy(columns[c], 0, row, columnStart[c], columns[c].length);
        }
        return Optional.of(new SymbolicCholesky(free, order, position, columnStart, row));
    }

    /** A column's rows become rows of its first one, which hands them on; the boundary hands nothing on. */
    private static void handOn(int[] rows, int column, int free, IntLists contributors) {
        if (rows.length > 0 && rows[0] < free) {
            contributors.add(rows[0], column);
            return;
        }
        for (int r : rows) {
            contributors.add(r, column);
        }
    }

    private static int add(int r, int column, int[] mark, int[] scratch, int size) {
        if (r <= column || mark[r] == column) {
            return size;
        }
        mark[r] = column;
        scratch[size] = r;
        return size + 1;
    }

    /** The position whose column is the next that a column hands anything on to; the number of nodes at a root. */
    int parent(int c) {
        return columnStart[c] < columnStart[c + 1] ? row[columnStart[c]] : nodes;
    }

    private void transpose() {
        for (int r : row) {
            rowStart[r + 1]++;
        }
        for (int r = 0; r < nodes; r++) {
            rowStart[r + 1] += rowStart[r];
        }
        int[] fill = Arrays.copyOf(rowStart, nodes);
        for (int c = 0; c < nodes; c++) {
            for (int e = columnStart[c]; e < columnStart[c + 1]; e++) {
                columnOfEntry[e] = c;
                entryOfRow[fill[row[e]]++] = e;
            }
        }
    }

    /** Of columns that are known, in the order of elimination. */
    static SymbolicCholesky known(int[] order, int[] columnStart, int[] row) {
        return new SymbolicCholesky(order.length, order, positions(order), columnStart, row);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(nodes);
        out.writeInt(free);
        out.writeInt(row.length);
        for (int node : order) {
            out.writeInt(node);
        }
        for (int c = 0; c < nodes; c++) {
            out.writeInt(columnStart[c + 1] - columnStart[c]);
        }
        for (int r : row) {
            out.writeInt(r);
        }
    }

    static SymbolicCholesky read(DataInput in) throws IOException {
        int nodes = bounded(in.readInt(), 0, MOST_READ);
        int free = bounded(in.readInt(), 0, nodes);
        int blocks = bounded(in.readInt(), 0, MOST_READ);
        int[] order = new int[nodes];
        int[] position = new int[nodes];
        for (int p = 0; p < nodes; p++) {
            order[p] = bounded(in.readInt(), 0, nodes - 1);
            position[order[p]] = p;
        }
        int[] columnStart = new int[nodes + 1];
        for (int c = 0; c < nodes; c++) {
            columnStart[c + 1] = bounded(columnStart[c] + in.readInt(), columnStart[c], blocks);
        }
        int[] row = new int[bounded(columnStart[nodes], blocks, blocks)];
        for (int c = 0; c < nodes; c++) {
            int previous = c;
            for (int e = columnStart[c]; e < columnStart[c + 1]; e++) {
                row[e] = bounded(in.readInt(), previous + 1, nodes - 1);
                previous = row[e];
            }
        }
        return new SymbolicCholesky(free, order, position, columnStart, row);
    }

    static int bounded(int value, int least, int most) throws IOException {
        if (value < least || value > most) {
            throw new IOException("A number is out of bounds: " + value + " is not in " + least + ".." + most);
        }
        return value;
    }

    /** Number of block rows. */
    public int nodes() {
        return nodes;
    }

    /** Number of nodes that are eliminated, the rest being the boundary. */
    public int free() {
        return free;
    }

    /** Number of blocks below the diagonal of the factor. */
    public int blocks() {
        return row.length;
    }

    /** Number of block products that one factorisation costs. */
    public long products() {
        long products = 0;
        for (int c = 0; c < free; c++) {
            long size = (long) columnStart[c + 1] - columnStart[c];
            products += size * (size + 1) / 2;
        }
        return products;
    }

    /** Position of a node in the elimination order. */
    public int position(int node) {
        return position[node];
    }

    /**
     * Number of the block of two nodes that the factor's pattern joins; its row is the node eliminated later.
     *
     * @throws IllegalArgumentException if the pattern does not join the two
     */
    public int block(int i, int j) {
        int entry = entry(Math.max(position[i], position[j]), Math.min(position[i], position[j]));
        if (entry < 0) {
            throw new IllegalArgumentException("The pattern does not join the nodes " + i + " and " + j);
        }
        return entry;
    }

    /** Whether an entry's row is that of one from {@code b + 1} to {@code end - 1}, whose rows are at their entry's {@code place}. */
    boolean isAfter(int[] place, int entry, int b, int end) {
        int a = place[row[entry]];
        return a > b && a < end && row[a] == row[entry];
    }

    /** Entry of the block at two positions, the row below the column, or -1 where there is none. */
    int entry(int rowPosition, int columnPosition) {
        int found = Arrays.binarySearch(row, columnStart[columnPosition], columnStart[columnPosition + 1], rowPosition);
        return found < 0 ? -1 : found;
    }
}
