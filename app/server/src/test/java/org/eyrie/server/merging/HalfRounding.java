package org.eyrie.server.merging;

/** Types of 16 bits by their definition: sign, exponent, mantissa; the nearest is found by looking. Slow and plain. */
enum HalfRounding {
    F16(5, 10),
    BF16(8, 7);

    private final int exponents;
    private final int mantissa;

    HalfRounding(int exponents, int mantissa) {
        this.exponents = exponents;
        this.mantissa = mantissa;
    }

    /** What the bits mean; the sign aside they are in the order of their values. */
    double value(int bits) {
        int bias = (1 << (exponents - 1)) - 1;
        int exponent = (bits & 0x7fff) >> mantissa;
        int fraction = bits & ((1 << mantissa) - 1);
        double size = exponent == 0
                ? fraction * Math.pow(2, 1 - bias - mantissa)
                : (fraction + (1 << mantissa)) * Math.pow(2, exponent - bias - mantissa);
        return (bits & 0x8000) == 0 ? size : -size;
    }

    /** The bits of the nearest; of two that are as near the one whose last bit is 0. */
    short nearest(float value) {
        double size = Math.abs((double) value);
        int low = 0;
        int high = ((1 << exponents) - 1) << mantissa;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (value(middle) <= size) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double below = size - value(low);
        double above = value(low + 1) - size;
        int found = below < above || (below == above && (low & 1) == 0) ? low : low + 1;
        return (short) (Float.floatToRawIntBits(value) < 0 ? found | 0x8000 : found);
    }
}
