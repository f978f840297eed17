package org.eyrie.program.run;

/**
 * Which elements have a rank, by size and from the largest, between two bounds. Exact, whatever the size of the tensor: the
 * bits of floats that are not negative are in the order of their values, so two countings of 2^16 and 2^15 buckets find the
 * element at a bound. Of equal elements the one that comes first has the lower rank.
 */
final class Bands {

    private static final int LOW = 15;
    private static final int HIGH = 1 << 16;

    private final Bound first;
    private final Bound last;
    private long[] high;

    /** Ranks from {@code from} on, below {@code to}. */
    Bands(long from, long to) {
        this(from, to, new long[HIGH]);
    }

    /** With the first counting done: how many elements there are for each value of the upper 16 bits of their size. */
    Bands(long from, long to, long[] high) {
        this.first = new Bound(from);
        this.last = new Bound(to);
        this.high = high;
    }

    void count(int pass, float[] values, int count) {
        if (pass == 0) {
            long[] counts = high;
            for (int k = 0; k < count; k++) {
                counts[bits(values[k]) >>> LOW]++;
            }
        } else {
            for (int k = 0; k < count; k++) {
                int bits = bits(values[k]);
                first.count(bits);
                last.count(bits);
            }
        }
    }

    void end(int pass) {
        if (pass == 0) {
            first.bucket(high, first.rank);
            last.bucket(high, last.rank - 1);
            high = new long[0];
        } else {
            first.exact(first.rank);
            last.exact(last.rank - 1);
        }
    }

    void rewind() {
        first.met = 0;
        last.met = 0;
    }

    /** Writes the next elements that are between the bounds, and 0 for the others. */
    void select(float[] values, float[] out, int count) {
        if (first.rank >= last.rank) {
            java.util.Arrays.fill(out, 0, count, 0);
            return;
        }
        for (int k = 0; k < count; k++) {
            int bits = bits(values[k]);
            // Between the bounds by size alone, as nearly all are or are not; those at a bound are counted.
            boolean inside = bits < first.bits && bits > last.bits;
            out[k] = inside || ((bits == first.bits || bits == last.bits) && next(values[k])) ? values[k] : 0;
        }
    }

    /** Whether the next element is between the bounds; asked of every element once, in order. */
    boolean next(float value) {
        if (first.rank >= last.rank) {
            return false;
        }
        int bits = bits(value);
        boolean in = bits <= first.bits && bits >= last.bits;
        if (bits == first.bits) {
            in &= first.above + first.met++ >= first.rank;
        }
        if (bits == last.bits) {
            in &= last.above + last.met++ < last.rank;
        }
        return in;
    }

    private static int bits(float value) {
        return Float.floatToRawIntBits(value) & 0x7fffffff;
    }

    /** One of the two. */
    private static final class Bound {
        private final long rank;
        private int bucket = -1;
        private int bits;
        private long above;
        private long met;
        private long[] low = new long[1 << LOW];

        Bound(long rank) {
            this.rank = rank;
        }

        void count(int bits) {
            if (bits >>> LOW == bucket) {
                low[bits & ((1 << LOW) - 1)]++;
            }
        }

        void bucket(long[] high, long wanted) {
            for (int b = HIGH - 1; b >= 0; b--) {
                if (above + high[b] > wanted) {
                    bucket = b;
                    return;
                }
                above += high[b];
            }
        }

        void exact(long wanted) {
            for (int b = low.length - 1; b >= 0; b--) {
                if (above + low[b] > wanted) {
                    bits = (bucket << LOW) | b;
                    break;
                }
                above += low[b];
            }
            low = new long[0];
        }
    }
}
