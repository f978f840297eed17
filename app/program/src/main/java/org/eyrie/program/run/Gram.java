package org.eyrie.program.run;

/** Inner products of a few tensors with each other, summed in doubles. */
final class Gram {

    private final double[][] products;

    Gram(int tensors) {
        this.products = new double[tensors][tensors];
    }

    void absorb(float[][] tensors, int count) {
        for (int i = 0; i < tensors.length; i++) {
            for (int j = 0; j <= i; j++) {
                products[i][j] += dot(tensors[i], tensors[j], count);
                products[j][i] = products[i][j];
            }
        }
    }

    static double dot(float[] a, float[] b, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += (double) a[k] * b[k];
        }
        return sum;
    }

    double of(int i, int j) {
        return products[i][j];
    }

    double norm(int i) {
        return Math.sqrt(products[i][i]);
    }

    int tensors() {
        return products.length;
    }

    /** The cosine of an angle, 0 where a tensor is 0. */
    double cosine(int i, int j) {
        double both = norm(i) * norm(j);
        return both == 0 ? 0 : Math.max(-1, Math.min(1, of(i, j) / both));
    }
}
