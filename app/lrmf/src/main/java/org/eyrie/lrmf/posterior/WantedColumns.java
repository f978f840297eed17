package org.eyrie.lrmf.posterior;

import java.util.Arrays;

/**
 * A weighted mean of columns: what somebody wants models to be good at.
 *
 * @param column at least one, each once
 * @param weight per column, above 0; made to add up to one
 */
@SuppressWarnings("ArrayRecordComponent") // read by loops
public record WantedColumns(int[] column, double[] weight) {

    /** @throws IllegalArgumentException if there is no column, one stands twice, or a weight is not above zero */
    public WantedColumns {
        if (column.length == 0 || column.length != weight.length) {
            throw new IllegalArgumentException(column.length + " columns with " + weight.length + " weights");
        }
        if (Arrays.stream(column).distinct().count() < column.length) {
            throw new IllegalArgumentException("A column stands twice: " + Arrays.toString(column));
        }
        double sum = Arrays.stream(weight).sum();
        if (!Arrays.stream(weight).allMatch(w -> w > 0) || !(sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Weights must be above 0: " + Arrays.toString(weight));
        }
        weight = Arrays.stream(weight).map(w -> w / sum).toArray();
    }

    /** One column alone. */
    public static WantedColumns only(int column) {
        return new WantedColumns(new int[] {column}, new double[] {1});
    }
}
