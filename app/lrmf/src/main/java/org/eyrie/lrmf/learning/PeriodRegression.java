package org.eyrie.lrmf.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.lrmf.learning.StepRegression.Sums;

/**
 * One regression for each of several periods, taken together. Models of one period move together, so that it is periods that
 * are counted, not models, when it is asked how certain a weight is. And columns lean on each other: a weight is nearer to that
 * of all columns the less certain it is, by as much as columns were found to differ.
 */
final class PeriodRegression {

    /** Of fewer periods nobody can say how much they differ. */
    private static final int LEAST = 3;

    private final List<List<Sums>> periods;
    private final int columns;

    /** @param periods what each adds up to, per column */
    PeriodRegression(List<List<Sums>> periods, int columns) {
        this.periods = periods;
        this.columns = columns;
    }

    /** Which part of the way to go, per column, 0 to 1; nothing where it may be chance. */
    double[] weights() {
        double[] weights = new double[columns];
        Sums[] total = IntStream.range(0, columns).mapToObj(this::total).toArray(Sums[]::new);
        int[] known = IntStream.range(0, columns)
                .filter(i -> total[i].square() > 0 && total[i].missed() > 0)
                .toArray();
        if (periods.size() < LEAST || known.length == 0) {
            return weights;
        }
        double[] certainty = new double[columns];
        double product = 0;
        double square = 0;
        for (int i : known) {
            certainty[i] = 1 / total[i].missed();
            product += certainty[i] * total[i].product();
            square += certainty[i] * total[i].square();
        }
        double common = product / square;
        double error = variance(known, certainty, common, square);
        double certain = 1 - error / (common * common); // as James and Stein shrink
        if (common <= 0 || certain <= 0) {
            return weights;
        }
        double spread = 0;
        double[] errors = new double[columns];
        for (int i : known) {
            double own = total[i].product() / total[i].square();
            errors[i] = variance(new int[] {i}, certainty, own, certainty[i] * total[i].square());
            spread += (own - common) * (own - common) - errors[i];
        }
        double between = Math.max(spread / known.length, 0);
        for (int i : known) {
            double own = total[i].product() / total[i].square();
            double trust = between == 0 ? 0 : between / (between + errors[i]);
            double weight = common + trust * (own - common);
            weights[i] = Math.min(Math.max(weight, 0), 1) * certain;
        }
        return weights;
    }

    private Sums total(int column) {
        return periods.stream().map(period -> period.get(column)).reduce(Sums.NOTHING, Sums::plus);
    }

    /** Of a weight, from how much periods differ. */
    private double variance(int[] of, double[] certainty, double weight, double square) {
        double sum = 0;
        for (List<Sums> period : periods) {
            double left = Arrays.stream(of)
                    .mapToDouble(i -> certainty[i]
                            * (period.get(i).product() - weight * period.get(i).square()))
                    .sum();
            sum += left * left;
        }
        return sum / (square * square) * periods.size() / (periods.size() - 1);
    }
}
