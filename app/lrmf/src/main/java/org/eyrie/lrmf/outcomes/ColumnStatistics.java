package org.eyrie.lrmf.outcomes;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * What the outcomes of some models say of columns: per column the quadratic that touches their loss at the column's present
 * factor, {@code x' G x / 2 - h' x} in the extended factor x. It is a sum over models, so the statistics of models that were
 * split in any way add up to those of all, and the columns can be solved from the sum.
 *
 * <p>Sums of statistics are in double precision, and equal to one part in 10¹² whatever their order. The cells of one
 * column are first summed in blocks in single precision ({@link RowStatistics}), and no block crosses a multiple of {@link
 * RowStatistics#ALIGNED} models: of models that were split there the sum is that of all models at once to the same digits,
 * of others to five.
 */
public final class ColumnStatistics implements Serializable {

    private static final int MARK = 0x434F4C53; // COLS
    private static final int HEAD = 3 * Integer.BYTES;

    private final int columns;
    private final int size;
    private final int triangle;
    private final double[] value;

    /** Of no model. */
    ColumnStatistics(int columns, int size) {
        this(columns, size, new double[Math.multiplyExact(columns, size * (size + 1) / 2 + size)]);
    }

    private ColumnStatistics(int columns, int size, double[] value) {
        this.columns = columns;
        this.size = size;
        this.triangle = size * (size + 1) / 2;
        this.value = value;
    }

    /** Number of columns. */
    public int columns() {
        return columns;
    }

    /** D, numbers of an extended factor: one more than the rank. */
    public int size() {
        return size;
    }

    void set(int column, RowStatistics row) {
        int at = column * (triangle + size);
        System.arraycopy(row.gram, 0, value, at, triangle);
        System.arraycopy(row.linear, 0, value, at + triangle, size);
    }

    /** Writes G, D x D, and h, D numbers. */
    void read(int column, double[] gram, double[] linear) {
        int at = column * (triangle + size);
        for (int j = 0; j < size; j++) {
            for (int k = 0; k <= j; k++, at++) {
                gram[j * size + k] = value[at];
                gram[k * size + j] = value[at];
            }
        }
        System.arraycopy(value, at, linear, 0, size);
    }

    /**
     * Of these models and the others' together.
     *
     * @param other of other models, at the same columns
     */
    public ColumnStatistics plus(ColumnStatistics other) {
        if (other.columns != columns || other.size != size) {
            throw new IllegalArgumentException("Statistics of " + columns + " columns of " + size
                    + " numbers cannot be added to " + other.columns + " of " + other.size);
        }
        double[] sum = value.clone();
        for (int k = 0; k < sum.length; k++) {
            sum[k] += other.value[k];
        }
        return new ColumnStatistics(columns, size, sum);
    }

    /** Of some columns alone, {@code from} to {@code to} - 1. */
    public ColumnStatistics range(int from, int to) {
        int each = triangle + size;
        return new ColumnStatistics(to - from, size, Arrays.copyOfRange(value, from * each, to * each));
    }

    /** Of the columns of several, one behind the other. */
    public static ColumnStatistics together(List<ColumnStatistics> parts) {
        int columns = parts.stream().mapToInt(ColumnStatistics::columns).sum();
        ColumnStatistics all = new ColumnStatistics(columns, parts.get(0).size);
        int at = 0;
        for (ColumnStatistics part : parts) {
            System.arraycopy(part.value, 0, all.value, at, part.value.length);
            at += part.value.length;
        }
        return all;
    }

    /** This as bytes, for {@link #fromBytes}. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Math.addExact(HEAD, Math.multiplyExact(value.length, Double.BYTES)));
        bytes.putInt(MARK).putInt(columns).putInt(size);
        bytes.asDoubleBuffer().put(value);
        return bytes.array();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException if these are other bytes, or not all
     */
    public static ColumnStatistics fromBytes(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < HEAD || in.getInt() != MARK) {
            throw new IllegalArgumentException("These " + bytes.length + " bytes are no statistics of columns");
        }
        int columns = in.getInt();
        int size = in.getInt();
        long numbers = (long) columns * ((long) size * (size + 1) / 2 + size);
        if (columns < 0 || size < 1 || size > PaddedRank.MOST + 1 || numbers * Double.BYTES != bytes.length - HEAD) {
            throw new IllegalArgumentException(
                    bytes.length + " bytes do not hold statistics of " + columns + " columns of " + size + " numbers");
        }
        double[] value = new double[(int) numbers];
        in.asDoubleBuffer().get(value);
        return new ColumnStatistics(columns, size, value);
    }
}
