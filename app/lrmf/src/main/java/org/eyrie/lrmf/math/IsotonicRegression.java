package org.eyrie.lrmf.math;

/** Least squares under an order, by pooling adjacent violators (Barlow et al. 1972). */
public final class IsotonicRegression {

    private IsotonicRegression() {}

    /**
     * The nearest sequence that never rises.
     *
     * @param value in order
     * @param weight of each, positive
     * @return as many, each the weighted mean of the values pooled around it
     */
    public static double[] falling(double[] value, double[] weight) {
        int n = value.length;
        double[] mean = new double[n];
        double[] sum = new double[n];
        int[] count = new int[n];
        int pools = 0;
        for (int k = 0; k < n; k++) {
            mean[pools] = value[k];
            sum[pools] = weight[k];
            count[pools++] = 1;
            while (pools > 1 && mean[pools - 1] > mean[pools - 2]) {
                int last = --pools;
                double both = sum[last - 1] + sum[last];
                mean[last - 1] = (sum[last - 1] * mean[last - 1] + sum[last] * mean[last]) / both;
                sum[last - 1] = both;
                count[last - 1] += count[last];
            }
        }
        double[] result = new double[n];
        int next = 0;
        for (int pool = 0; pool < pools; pool++) {
            for (int k = 0; k < count[pool]; k++) {
                result[next++] = mean[pool];
            }
        }
        return result;
    }
}
