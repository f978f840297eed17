package org.eyrie.weights;

import java.util.Optional;

/** How a safetensors file keeps an element. */
public enum Dtype {
    F16(2, true),
    BF16(2, true),
    F32(4, true),
    F64(8, false),
    F8_E4M3(1, false),
    F8_E5M2(1, false),
    I64(8, false),
    I32(4, false),
    I16(2, false),
    I8(1, false),
    U64(8, false),
    U32(4, false),
    U16(2, false),
    U8(1, false),
    BOOL(1, false);

    private final int bytes;
    private final boolean merged;

    Dtype(int bytes, boolean merged) {
        this.bytes = bytes;
        this.merged = merged;
    }

    /** By its name in a header. */
    static Optional<Dtype> named(String name) {
        for (Dtype dtype : values()) {
            if (dtype.name().equals(name)) {
                return Optional.of(dtype);
            }
        }
        return Optional.empty();
    }

    /** Bytes of an element. */
    public int bytes() {
        return bytes;
    }

    /** Whether it can be worked with; what cannot is copied. */
    public boolean merged() {
        return merged;
    }
}
