package org.eyrie.lrmf.math;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Numbers as bytes, eight each, kept to the last bit. */
public final class DoubleBytes {

    private DoubleBytes() {}

    /** Writes all of them, one after the other, without their number. */
    public static void write(DataOutput out, double[] values) throws IOException {
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    /** Reads so many. */
    public static double[] read(DataInput in, int count) throws IOException {
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            values[k] = in.readDouble();
        }
        return values;
    }
}
