package org.eyrie.lrmf.statistics;

import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.LoadingPrior;

/**
 * The maximisation step of what columns have in common: centres of kin, the common mean, how far centres lie from it and
 * columns from their centre, and what noise is usual. Each raises the objective given the rest.
 */
final class KinLearning {

    /** How many further columns the starting mean is worth. */
    private static final double MEAN_COLUMNS = 2;

    /** How many further columns the starting variance is worth, of centres and within kin alike. */
    private static final double VARIANCE_COLUMNS = 1;

    private final ColumnParameters columns;
    private final LoadingPrior prior;
    private final int n;
    /** Per column whether it is learned from: those that lead, or all where no column without a number of its own does. */
    private final boolean[] counts;

    private KinLearning(ColumnParameters columns, LoadingPrior prior) {
        this.columns = columns;
        this.prior = prior;
        n = prior.numbers();
        boolean led = isLed(columns);
        counts = new boolean[columns.count()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (columns.leads()[i] || !led) && !columns.isTwin(i);
        }
    }

    /** Whether any column leads that has no number of its own. */
    private static boolean isLed(ColumnParameters columns) {
        for (int i = 0; i < columns.count(); i++) {
            if (columns.leads()[i] && !columns.own()[i] && !columns.isTwin(i)) {
                return true;
            }
        }
        return false;
    }

    static LoadingPrior improve(ColumnParameters columns, LoadingPrior prior) {
        return prior.numbers() == 0 ? prior : new KinLearning(columns, prior).improved();
    }

    private LoadingPrior improved() {
        double[] centre = new double[prior.centre().length];
        double[] centreVariance = new double[centre.length];
        centres(centre, centreVariance);
        double[] mean = new double[n];
        double[] variance = new double[n];
        double[] within = new double[n];
        for (int k = 0; k < n; k++) {
            learn(k, centre, centreVariance, mean, variance, within);
        }
        return new LoadingPrior(
                prior.start(),
                prior.startVariance(),
                mean,
                variance,
                within,
                prior.kin(),
                centre,
                centreVariance,
                usualNoise());
    }

    /** Posterior of the centres, given their columns. */
    private void centres(double[] centre, double[] centreVariance) {
        int[] members = new int[prior.kins()];
        for (int i = 0; i < columns.count(); i++) {
            int kin = prior.kin()[i];
            if (kin >= 0 && counts[i]) {
                members[kin]++;
                for (int k = 0; k < n; k++) {
                    centre[kin * n + k] += mean(i, k) / prior.within()[k];
                }
            }
        }
        for (int kin = 0; kin < members.length; kin++) {
            for (int k = 0; k < n; k++) {
                int at = kin * n + k;
                double precision = 1 / prior.variance()[k] + members[kin] / prior.within()[k];
                centre[at] = (centre[at] + prior.mean()[k] / prior.variance()[k]) / precision;
                centreVariance[at] = 1 / precision;
            }
        }
    }

    /**
     * Mean and variances of number k. The centre of a column without kin is not kept: what its column says of it is
     * put in closed form.
     */
    private void learn(
            int k, double[] centre, double[] centreVariance, double[] mean, double[] variance, double[] within) {
        double alone = prior.variance()[k] / (prior.variance()[k] + prior.within()[k]);
        double open = alone * prior.within()[k];
        double centres = 0;
        double sum = 0;
        for (int kin = 0; kin < prior.kins(); kin++) {
            centres++;
            sum += centre[kin * n + k];
        }
        for (int i = 0; i < columns.count(); i++) {
            if (isAlone(i)) {
                centres++;
                sum += prior.mean()[k] + alone * (mean(i, k) - prior.mean()[k]);
            }
        }
        mean[k] = (sum + MEAN_COLUMNS * prior.start()[k]) / (centres + MEAN_COLUMNS);
        double off = mean[k] - prior.start()[k];
        double around = MEAN_COLUMNS * off * off + VARIANCE_COLUMNS * prior.startVariance()[k];
        double inside = VARIANCE_COLUMNS * prior.startVariance()[k];
        double inKin = 0;
        for (int kin = 0; kin < prior.kins(); kin++) {
            double step = centre[kin * n + k] - mean[k];
            around += step * step + centreVariance[kin * n + k];
        }
        for (int i = 0; i < columns.count(); i++) {
            int kin = prior.kin()[i];
            if (!counts[i]) {
                continue;
            }
            if (kin >= 0) {
                double step = mean(i, k) - centre[kin * n + k];
                inside += step * step + columns.spread(i, k, k) + centreVariance[kin * n + k];
                inKin++;
            } else if (!columns.own()[i]) {
                double step = mean(i, k) - prior.mean()[k];
                double fromMean = prior.mean()[k] + alone * step - mean[k];
                around += fromMean * fromMean + alone * alone * columns.spread(i, k, k) + open;
                inside += (1 - alone) * (1 - alone) * (step * step + columns.spread(i, k, k)) + open;
                inKin++;
            }
        }
        variance[k] = around / (centres + 1 + VARIANCE_COLUMNS);
        within[k] = inside / (inKin + VARIANCE_COLUMNS);
    }

    private boolean isAlone(int i) {
        return counts[i] && !columns.own()[i] && prior.kin()[i] < 0;
    }

    private double mean(int i, int k) {
        return k < columns.d() ? columns.loading()[i * columns.d() + k] : columns.intercept()[i];
    }

    /** The harmonic mean of the columns' noise. */
    private double usualNoise() {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < columns.count(); i++) {
            if (counts[i] && !columns.own()[i]) {
                sum += 1 / columns.noise()[i];
                count++;
            }
        }
        return count == 0 ? prior.noise() : count / sum;
    }

    /** Logarithm of the density of what columns have in common, and of centres given it, up to a constant. */
    static double logPrior(ColumnParameters columns, LoadingPrior prior) {
        double sum = 0;
        if (!isLed(columns)) {
            return sum; // what columns have in common decides nothing
        }
        for (int k = 0; k < prior.numbers(); k++) {
            double off = prior.mean()[k] - prior.start()[k];
            sum -= 0.5 * (Math.log(prior.variance()[k]) + MEAN_COLUMNS * off * off / prior.variance()[k]);
            for (double one : new double[] {prior.variance()[k], prior.within()[k]}) {
                sum -= 0.5 * VARIANCE_COLUMNS * (Math.log(one) + prior.startVariance()[k] / one);
            }
            for (int kin = 0; kin < prior.kins(); kin++) {
                int at = kin * prior.numbers() + k;
                double step = prior.centre()[at] - prior.mean()[k];
                double spread = step * step + prior.centreVariance()[at];
                sum += 0.5 * Math.log(prior.centreVariance()[at] / prior.variance()[k])
                        - 0.5 * spread / prior.variance()[k];
            }
        }
        return sum;
    }
}
