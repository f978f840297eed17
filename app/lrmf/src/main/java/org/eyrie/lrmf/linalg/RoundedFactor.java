package org.eyrie.lrmf.linalg;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A factor that takes little room: every number of a column is rounded to one part in 2³⁶ (1.5 · 10⁻¹¹) of the column's smallest
 * pivot, and written in as many bytes as that leaves of it, four or five where eight would be. What follows from a
 * rounded factor is the same before it was written and after it was read, to the last bit.
 */
public final class RoundedFactor {

    private static final int BITS = 36;

    /** A number may be so many powers of two larger than the smallest pivot; where one is more, all are rounded to its measure. */
    private static final int SPAN = 20;

    private static final int LEAST_EXPONENT = Double.MIN_EXPONENT - 60;

    private RoundedFactor() {}

    /** The same factor with rounded numbers. */
    public static BlockCholesky of(BlockCholesky factor) {
        double[] diagonal = factor.diagonal.clone();
        double[] lower = factor.lower.clone();
        SymbolicCholesky s = factor.symbolic;
        int size = factor.d * factor.d;
        for (int c = 0; c < s.nodes; c++) {
            int unit;
            do { // once more where rounding up came to the next power of two
                unit = unit(s, factor.d, diagonal, lower, c);
                round(diagonal, c * size, (c + 1) * size, unit);
                round(lower, s.columnStart[c] * size, s.columnStart[c + 1] * size, unit);
            } while (unit != unit(s, factor.d, diagonal, lower, c));
        }
        return new BlockCholesky(s, factor.d, diagonal, lower);
    }

    private static void round(double[] values, int from, int to, int unit) {
        for (int k = from; k < to; k++) {
            values[k] = Math.scalb((double) times(values[k], unit), unit);
        }
    }

    private static long times(double value, int unit) {
        return Math.round(Math.scalb(value, -unit));
    }

    /** The power of two that a column's numbers become multiples of. */
    private static int unit(SymbolicCholesky s, int d, double[] diagonal, double[] lower, int c) {
        int size = d * d;
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < d; i++) {
            least = Math.min(least, diagonal[c * size + i * d + i]);
        }
        for (int k = c * size; k < (c + 1) * size; k++) {
            most = Math.max(most, Math.abs(diagonal[k]));
        }
        for (int k = s.columnStart[c] * size; k < s.columnStart[c + 1] * size; k++) {
            most = Math.max(most, Math.abs(lower[k]));
        }
        int exponent = Math.max(Math.getExponent(least), Math.getExponent(most) - SPAN) - BITS;
        return Math.max(exponent, LEAST_EXPONENT);
    }

    /**
     * Writes a factor that was rounded.
     *
     * @throws IllegalArgumentException if it was not
     */
    public static void write(BlockCholesky rounded, DataOutput out) throws IOException {
        SymbolicCholesky s = rounded.symbolic;
        int size = rounded.d * rounded.d;
        s.write(out);
        out.writeInt(rounded.d);
        for (int c = 0; c < s.nodes; c++) {
            int unit = unit(s, rounded.d, rounded.diagonal, rounded.lower, c);
            out.writeShort(unit);
            write(rounded.diagonal, c * size, (c + 1) * size, unit, out);
            write(rounded.lower, s.columnStart[c] * size, s.columnStart[c + 1] * size, unit, out);
        }
    }

    private static void write(double[] values, int from, int to, int unit, DataOutput out) throws IOException {
        for (int k = from; k < to; k++) {
            long times = times(values[k], unit);
            if (Math.scalb((double) times, unit) != values[k]) {
                throw new IllegalArgumentException("A number was not rounded: " + values[k]);
            }
            long rest = (times << 1) ^ (times >> 63);
            while ((rest & ~0x7FL) != 0) {
                out.writeByte((int) (rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            out.writeByte((int) rest);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if that cannot be what stands there
     */
    public static BlockCholesky read(DataInput in) throws IOException {
        SymbolicCholesky s = SymbolicCholesky.read(in);
        int d = SymbolicCholesky.bounded(in.readInt(), 1, BlockMatrix.MOST_ROWS);
        int size = d * d;
        double[] diagonal = new double[Math.multiplyExact(s.nodes, size)];
        double[] lower = new double[Math.multiplyExact(s.blocks(), size)];
        for (int c = 0; c < s.nodes; c++) {
            int unit = SymbolicCholesky.bounded(in.readShort(), LEAST_EXPONENT, Double.MAX_EXPONENT);
            read(in, diagonal, c * size, (c + 1) * size, unit);
            read(in, lower, s.columnStart[c] * size, s.columnStart[c + 1] * size, unit);
        }
        return new BlockCholesky(s, d, diagonal, lower);
    }

    private static void read(DataInput in, double[] values, int from, int to, int unit) throws IOException {
        for (int k = from; k < to; k++) {
            long rest = 0;
            int shift = 0;
            int next;
            do {
                if (shift > 63) {
                    throw new IOException("a number has too many digits");
                }
                next = in.readUnsignedByte();
                rest |= (long) (next & 0x7F) << shift;
                shift += 7;
            } while ((next & 0x80) != 0);
            values[k] = Math.scalb((double) ((rest >>> 1) ^ -(rest & 1)), unit);
        }
    }
}
