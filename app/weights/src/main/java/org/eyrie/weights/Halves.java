package org.eyrie.weights;

/** Floats of 16 bits, to and from those of 32. */
final class Halves {

    private static final float[] HALVES = table();

    private Halves() {}

    /** IEEE 754 binary16. */
    static float half(short bits) {
        return HALVES[bits & 0xffff];
    }

    /** The upper half of a float. */
    static float brain(short bits) {
        return Float.intBitsToFloat((bits & 0xffff) << 16);
    }

    /** To the nearest, ties to even; what is not finite stays so. */
    static short toBrain(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (short) ((bits >>> 16) | 0x40);
        }
        return (short) ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16);
    }

    /** To the nearest, ties to even; beyond 65,504 infinite. */
    static short toHalf(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = (bits >>> 16) & 0x8000;
        int magnitude = bits & 0x7fffffff;
        if (magnitude > 0x7f800000) {
            return (short) (sign | 0x7e00);
        }
        if (magnitude >= 0x477ff000) {
            return (short) (sign | 0x7c00);
        }
        if (magnitude >= 0x38800000) {
            int rounded = magnitude + 0xfff + ((magnitude >>> 13) & 1);
            return (short) (sign | ((rounded - 0x38000000) >>> 13));
        }
        if (magnitude < 0x33000000) {
            return (short) sign;
        }
        int exponent = magnitude >>> 23;
        int mantissa = (magnitude & 0x7fffff) | 0x800000;
        int shift = 126 - exponent;
        int kept = mantissa >>> shift;
        int rest = mantissa & ((1 << shift) - 1);
        int tie = 1 << (shift - 1);
        return (short) (sign | (rest > tie || (rest == tie && (kept & 1) == 1) ? kept + 1 : kept));
    }

    private static float[] table() {
        float[] table = new float[1 << 16];
        for (int bits = 0; bits < table.length; bits++) {
            int exponent = (bits >>> 10) & 0x1f;
            int mantissa = bits & 0x3ff;
            float size;
            if (exponent == 0) {
                size = mantissa * 0x1p-24f;
            } else if (exponent == 31) {
                size = mantissa == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
            } else {
                size = (1024 + mantissa) * (float) Math.pow(2, exponent - 25);
            }
            table[bits] = (bits & 0x8000) == 0 ? size : -size;
        }
        return table;
    }
}
