package org.eyrie.lrmf.outcomes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/** The factors of all rows or all columns, with their intercepts and outer products, in single precision. */
final class Factors implements Serializable {

    private final int count;
    private final PaddedRank stride;
    private final float[] value;
    private final float[] outer;

    Factors(int count, PaddedRank stride) {
        this.count = count;
        this.stride = stride;
        this.value = new float[Math.multiplyExact(count, stride.row())];
        this.outer = new float[Math.multiplyExact(count, stride.outer())];
    }

    Factors copy() {
        Factors copy = new Factors(count, stride);
        System.arraycopy(value, 0, copy.value, 0, value.length);
        System.arraycopy(outer, 0, copy.outer, 0, outer.length);
        return copy;
    }

    int count() {
        return count;
    }

    PaddedRank stride() {
        return stride;
    }

    /** Number k of an extended factor, k from 0 to D - 1. */
    float get(int index, int k) {
        return value[index * stride.row() + k];
    }

    /** Expected product of numbers j and k of an extended factor. */
    double square(int index, int j, int k) {
        int high = Math.max(j, k);
        return outer[index * stride.outer() + high * (high + 1) / 2 + Math.min(j, k)];
    }

    /** Sets a factor and its intercept, D numbers, and its outer product. */
    void set(int index, double[] extended) {
        int row = index * stride.row();
        int at = index * stride.outer();
        for (int j = 0; j < stride.extended(); j++) {
            value[row + j] = (float) extended[j];
            for (int k = 0; k <= j; k++) {
                outer[at++] = (float) (extended[j] * extended[k]);
            }
        }
    }

    /**
     * Adds a covariance to a factor's outer product, which makes that its expected square.
     *
     * @param covariance of the first {@code size} numbers of the factor, row by row
     */
    void addCovariance(int index, double[] covariance, int offset, int size) {
        int at = index * stride.outer();
        for (int j = 0; j < size; j++) {
            for (int k = 0; k <= j; k++) {
                outer[at++] += (float) covariance[offset + j * size + k];
            }
        }
    }

    /** The outer product with everything off its diagonal doubled: its inner product with another is that of squares. */
    void doubledOuter(int index, float[] into) {
        int from = index * stride.outer();
        int at = 0;
        for (int j = 0; j < stride.extended(); j++) {
            for (int k = 0; k < j; k++, at++) {
                into[at] = 2 * outer[from + at];
            }
            into[at] = outer[from + at];
            at++;
        }
    }

    /** What is known of a model's skills, where these are models whose outer products have their covariances. */
    SkillPosterior posterior(int model, Factors columns) {
        int d = stride.rank();
        double[] mean = new double[d];
        double[] covariance = new double[d * d];
        int at = model * stride.outer();
        for (int j = 0; j < d; j++) {
            mean[j] = get(model, j);
            for (int k = 0; k <= j; k++, at++) {
                double open = outer[at] - (double) get(model, j) * get(model, k);
                covariance[j * d + k] = open;
                covariance[k * d + j] = open;
            }
        }
        return new SkillPosterior(columns, mean, covariance);
    }

    /** Not a copy. */
    float[] values() {
        return value;
    }

    /** Not a copy. */
    float[] outers() {
        return outer;
    }

    /** Writes everything but the padding. */
    void write(DataOutput out) throws IOException {
        out.writeInt(count);
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < stride.extended(); k++) {
                out.writeFloat(value[i * stride.row() + k]);
            }
            for (int k = 0; k < stride.extended() * (stride.extended() + 1) / 2; k++) {
                out.writeFloat(outer[i * stride.outer() + k]);
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    static Factors read(DataInput in, PaddedRank stride) throws IOException {
        int count = in.readInt();
        if (count < 0 || (long) count * stride.outer() > Integer.MAX_VALUE) {
            throw new IOException(count + " factors are no table");
        }
        Factors factors = new Factors(count, stride);
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < stride.extended(); k++) {
                factors.value[i * stride.row() + k] = in.readFloat();
            }
            for (int k = 0; k < stride.extended() * (stride.extended() + 1) / 2; k++) {
                factors.outer[i * stride.outer() + k] = in.readFloat();
            }
        }
        return factors;
    }
}
