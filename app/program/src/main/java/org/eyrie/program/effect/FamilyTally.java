package org.eyrie.program.effect;

/** Sums over the tensors of a family: products of task vectors with one another and with the delta, and the sketch. */
final class FamilyTally {

    private static final double RIDGE = 1e-6;
    private static final int BUCKETS = EffectReader.BUCKETS;

    private final int parents;
    private final double[][] gram;
    private final double[] along;
    private final double[] sketch = new double[BUCKETS];
    private double square;
    private long changed;
    private long elements;

    FamilyTally(int parents) {
        this.parents = parents;
        this.gram = new double[parents][parents];
        this.along = new double[parents];
    }

    /**
     * Adds a piece.
     *
     * @param delta what the merge adds
     * @param vectors task vectors of the parents
     * @param key of the tensor
     * @param from place of the piece's first element in the tensor
     */
    void add(float[] delta, float[][] vectors, int count, long key, long from) {
        for (int a = 0; a < parents; a++) {
            along[a] += dot(vectors[a], delta, count);
            for (int b = 0; b <= a; b++) {
                gram[a][b] += dot(vectors[a], vectors[b], count);
                gram[b][a] = gram[a][b];
            }
        }
        square += dot(delta, delta, count);
        for (int k = 0; k < count; k++) {
            if (delta[k] != 0) {
                changed++;
                long bits = mixed(key + from + k);
                int bucket = (int) (bits & (BUCKETS - 1));
                sketch[bucket] += bits < 0 ? -delta[k] : delta[k];
            }
        }
        elements += count;
    }

    /** Adds what another tally holds, but for its sketch. */
    void addAll(FamilyTally other) {
        for (int a = 0; a < parents; a++) {
            along[a] += other.along[a];
            for (int b = 0; b < parents; b++) {
                gram[a][b] += other.gram[a][b];
            }
        }
        square += other.square;
        changed += other.changed;
        elements += other.elements;
    }

    /** Least-squares weights; zeros where no parent moved. */
    double[] weights() {
        double squares = 0;
        for (int p = 0; p < parents; p++) {
            squares += gram[p][p] / parents;
        }
        return squares > 0 ? solved(RIDGE * squares) : new double[parents];
    }

    /** Squared norm of what weights leave over. */
    double left(double[] weights) {
        double left = square;
        for (int a = 0; a < parents; a++) {
            left -= 2 * weights[a] * along[a];
            for (int b = 0; b < parents; b++) {
                left += weights[a] * gram[a][b] * weights[b];
            }
        }
        return Math.max(0, left);
    }

    /** Squared norm of the delta. */
    double square() {
        return square;
    }

    /** Share of elements that differ from the base. */
    double share() {
        return elements == 0 ? 0 : changed / (double) elements;
    }

    /** Four sums at once: one would wait for itself. */
    private static double dot(float[] a, float[] b, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = 0;
        for (; k + 3 < count; k += 4) {
            s0 += (double) a[k] * b[k];
            s1 += (double) a[k + 1] * b[k + 1];
            s2 += (double) a[k + 2] * b[k + 2];
            s3 += (double) a[k + 3] * b[k + 3];
        }
        for (; k < count; k++) {
            s0 += (double) a[k] * b[k];
        }
        return s0 + s1 + s2 + s3;
    }

    /** A bijection under which neighbours have nothing in common (SplitMix64 by Steele, Lea and Flood). */
    private static long mixed(long value) {
        long z = value * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /**
     * Writes weights, rest, norm, share, and the sketch. Of a family that no parent moved weights are zero, and rest and norm
     * are over 1, as there is no task vector to measure them by.
     */
    void write(float[] numbers, int at, float[] buckets, int bucket) {
        double norms = 0;
        for (int p = 0; p < parents; p++) {
            norms += Math.sqrt(gram[p][p]) / parents;
        }
        double[] weights = weights();
        for (int p = 0; p < parents; p++) {
            numbers[at + p] = (float) weights[p];
        }
        double unit = norms > 0 ? norms : 1;
        numbers[at + parents] = (float) (Math.sqrt(left(weights)) / unit);
        numbers[at + parents + 1] = (float) (Math.sqrt(square) / unit);
        numbers[at + parents + 2] = (float) share();
        for (int k = 0; k < BUCKETS; k++) {
            buckets[bucket + k] = (float) (sketch[k] / unit);
        }
    }

    /** Solves (gram + ridge) w = along by Cholesky's way; the ridge keeps it regular where a parent moved nothing. */
    private double[] solved(double ridge) {
        double[][] lower = new double[parents][parents];
        for (int a = 0; a < parents; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = gram[a][b] + (a == b ? ridge : 0);
                for (int k = 0; k < b; k++) {
                    sum -= lower[a][k] * lower[b][k];
                }
                lower[a][b] = a == b ? Math.sqrt(Math.max(sum, ridge * 1e-6)) : sum / lower[b][b];
            }
        }
        double[] weights = along.clone();
        for (int a = 0; a < parents; a++) {
            for (int b = 0; b < a; b++) {
                weights[a] -= lower[a][b] * weights[b];
            }
            weights[a] /= lower[a][a];
        }
        for (int a = parents - 1; a >= 0; a--) {
            for (int b = a + 1; b < parents; b++) {
                weights[a] -= lower[b][a] * weights[b];
            }
            weights[a] /= lower[a][a];
        }
        return weights;
    }
}
