package org.eyrie.lrmf.trial.metric;

/** What intervals are worth: those that cover must also be narrow. Parallel arrays of at least one element. */
public final class IntervalQuality {

    private IntervalQuality() {}

    /** Share of truths within their intervals, ends included, 0 to 1. */
    public static double coverage(double[] lower, double[] upper, double[] truth) {
        Pairs.checkSome(lower.length, truth.length);
        Pairs.checkSome(upper.length, truth.length);
        int covered = 0;
        for (int k = 0; k < truth.length; k++) {
            if (lower[k] <= truth[k] && truth[k] <= upper[k]) {
                covered++;
            }
        }
        return (double) covered / truth.length;
    }

    /** Mean width, in the unit of the scores. */
    public static double width(double[] lower, double[] upper) {
        Pairs.checkSome(lower.length, upper.length);
        double sum = 0;
        for (int k = 0; k < lower.length; k++) {
            sum += upper[k] - lower[k];
        }
        return sum / lower.length;
    }
}
