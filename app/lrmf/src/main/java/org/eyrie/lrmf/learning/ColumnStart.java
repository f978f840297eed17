package org.eyrie.lrmf.learning;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.LoadingPrior;
import org.eyrie.lrmf.problem.ColumnKin;
import org.eyrie.lrmf.statistics.CellMoments;

/**
 * Columns before learning, from means, variances and pairwise correlations of what was measured. O(m d²) for m columns
 * and O(p³) for p pilots.
 *
 * @param columns with a twentieth of the variance as noise
 * @param loadings what columns without a number of their own are like
 * @param spread covariance of the models' numbers, d x d
 */
@SuppressWarnings("ArrayRecordComponent")
record ColumnStart(ColumnParameters columns, LoadingPrior loadings, double[] spread) {

    /** Correlations count as if that many further models had shown none. */
    private static final double SHRINKAGE = 10;

    /** Two columns are never taken for one before learning. */
    private static final double MOST_CORRELATION = 0.99;

    /** Least eigenvalue of the covariance, as a share of the largest. */
    private static final double LEAST_EIGENVALUE = 1e-3;

    private static final double LEAST_VARIANCE = 1e-2;
    private static final double USUAL_VARIANCE = 0.5;

    /** Share of a usual column's variance that its loading on what helps everywhere explains. */
    private static final double COMMON_SHARE = 0.5;

    /** Share of a usual column's variance by which loadings differ, before it is learned. */
    private static final double LOADING_SHARE = 0.05;

    /**
     * Starts.
     *
     * @param alike which columns are kin, and which twins: those start as their first columns do
     */
    static ColumnStart of(CellMoments moments, ColumnPlan plan, ColumnKin alike) {
        int count = moments.columns();
        int d = plan.d();
        double[] mean = new double[count];
        double[] trials = new double[count];
        int[] cells = new int[count];
        Arrays.setAll(mean, moments::mean);
        Arrays.setAll(trials, moments::medianTrials);
        Arrays.setAll(cells, moments::count);
        double[] variance = variances(moments);
        for (int i = 0; i < count; i++) {
            mean[i] = mean[alike.first(i)];
            variance[i] = variance[alike.first(i)];
        }
        double[] share = new double[count];
        Arrays.fill(share, 1);
        DMatrixRMaj covariance = covariance(moments, variance);
        int firsts =
                (int) IntStream.range(0, count).filter(i -> alike.first(i) == i).count();
        boolean numbered = plan.owners() == firsts;
        double[] loading = loadings(plan, moments.pilots(), covariance, variance);
        for (int i = 0; i < count; i++) {
            System.arraycopy(loading, alike.first(i) * d, loading, i * d, d);
        }
        ColumnParameters columns = new ColumnParameters(
                count,
                d,
                plan.own(),
                plan.leads(),
                loading,
                mean,
                new double[0],
                new double[count],
                share,
                trials,
                variance,
                cells,
                alike.twin());
        double[] noise = new double[count];
        Arrays.setAll(noise, columns::startingNoise);
        columns = columns.withNoise(noise);
        double[] spread = spread(plan, moments.pilots(), covariance);
        if (numbered && firsts == count) {
            return new ColumnStart(columns, LoadingPrior.NONE, spread);
        }
        LoadingPrior loadings = numbered ? LoadingPrior.NONE : prior(columns, plan, alike.kin(), spread);
        return new ColumnStart(columns.withSpread(doubt(columns, loadings), share), loadings, spread);
    }

    /** With two models' worth of a usual variance: columns may have one cell or none. */
    private static double[] variances(CellMoments moments) {
        double[] variance = new double[moments.columns()];
        Arrays.setAll(
                variance,
                i -> Math.max((moments.centred(i) + 2 * USUAL_VARIANCE) / (moments.count(i) + 2), LEAST_VARIANCE));
        return variance;
    }

    /** Of the pilots, pairwise over the models that have both cells; made positive definite by lifting its eigenvalues. */
    private static DMatrixRMaj covariance(CellMoments moments, double[] variance) {
        int[] pilots = moments.pilots();
        int p = pilots.length;
        DMatrixRMaj result = new DMatrixRMaj(p, p);
        for (int a = 0; a < p; a++) {
            for (int b = 0; b < p; b++) {
                double scale = Math.sqrt(variance[pilots[a]] * variance[pilots[b]]);
                double correlation = moments.pilotCentred(a, b) / scale / (moments.pilotCount(a, b) + SHRINKAGE);
                result.set(
                        a,
                        b,
                        a == b
                                ? variance[pilots[a]]
                                : scale * Math.max(-MOST_CORRELATION, Math.min(MOST_CORRELATION, correlation)));
            }
        }
        return lifted(result);
    }

    private static DMatrixRMaj lifted(DMatrixRMaj matrix) {
        int m = matrix.getNumRows();
        EigenDecomposition_F64<DMatrixRMaj> eigen = eigen(matrix);
        double largest = 0;
        for (int k = 0; k < m; k++) {
            largest = Math.max(largest, eigen.getEigenvalue(k).getReal());
        }
        DMatrixRMaj result = new DMatrixRMaj(m, m);
        for (int k = 0; k < m; k++) {
            double value = Math.max(eigen.getEigenvalue(k).getReal(), LEAST_EIGENVALUE * largest);
            DMatrixRMaj vector = eigen.getEigenVector(k);
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < m; j++) {
                    result.add(i, j, value * vector.get(i) * vector.get(j));
                }
            }
        }
        return result;
    }

    /** Numbers of columns that have one: their covariance; other numbers have variance one. */
    private static double[] spread(ColumnPlan plan, int[] pilots, DMatrixRMaj covariance) {
        int d = plan.d();
        double[] spread = new double[d * d];
        int[] owners = owners(plan, pilots);
        for (int r = 0; r < d; r++) {
            for (int c = 0; c < d; c++) {
                boolean both = r < owners.length && c < owners.length;
                spread[r * d + c] = both ? covariance.get(owners[r], owners[c]) : r == c ? 1 : 0;
            }
        }
        return spread;
    }

    /** Places among the pilots of the columns that have a number; all of them are pilots. */
    private static int[] owners(ColumnPlan plan, int[] pilots) {
        return IntStream.range(0, pilots.length)
                .filter(a -> plan.own()[pilots[a]])
                .toArray();
    }

    /**
     * Loadings, m x d: own numbers; of other pilots along the largest principal axes, signed so that each axis sums to a
     * positive number, or, where others have numbers, their mean; of the rest a usual loading on what helps everywhere.
     */
    private static double[] loadings(ColumnPlan plan, int[] pilots, DMatrixRMaj covariance, double[] variance) {
        int d = plan.d();
        double[] loading = new double[variance.length * d];
        int owners = plan.owners();
        double usual = Arrays.stream(variance).average().orElse(1);
        int next = 0;
        for (int i = 0; i < variance.length; i++) {
            if (plan.own()[i]) {
                loading[i * d + next++] = 1;
            } else if (owners > 0) {
                Arrays.fill(loading, i * d, i * d + owners, 1.0 / owners);
                for (int k = owners;
                        k < d;
                        k++) { // different for every column, so that there is something to grow from
                    loading[i * d + k] = 0.3 * Math.sqrt(usual) * Math.cos(1.0 + i * (k - owners + 1.0));
                }
            } else {
                loading[i * d] = Math.sqrt(COMMON_SHARE * usual);
            }
        }
        if (owners == 0) {
            setLeading(covariance, pilots, d, loading);
        }
        return loading;
    }

    private static void setLeading(DMatrixRMaj covariance, int[] pilots, int d, double[] loading) {
        int p = pilots.length;
        EigenDecomposition_F64<DMatrixRMaj> eigen = eigen(covariance);
        Integer[] order = new Integer[p];
        Arrays.setAll(order, k -> k);
        Arrays.sort(
                order,
                (a, b) -> Double.compare(
                        eigen.getEigenvalue(b).getReal(), eigen.getEigenvalue(a).getReal()));
        for (int k = 0; k < d; k++) {
            DMatrixRMaj vector = eigen.getEigenVector(order[k]);
            double length = Math.sqrt(Math.max(eigen.getEigenvalue(order[k]).getReal(), 0));
            double sum = 0;
            for (int a = 0; a < p; a++) {
                sum += vector.get(a);
            }
            for (int a = 0; a < p; a++) {
                loading[pilots[a] * d + k] = Math.copySign(length, sum) * vector.get(a);
            }
        }
    }

    private static LoadingPrior prior(ColumnParameters columns, ColumnPlan plan, int[] kin, double[] spread) {
        int d = columns.d();
        int n = d + 1;
        int owners = plan.owners();
        int[] learned = IntStream.range(0, columns.count())
                .filter(i -> !plan.own()[i] && !columns.isTwin(i))
                .toArray();
        double usual = IntStream.range(0, columns.count())
                .filter(i -> !columns.isTwin(i))
                .mapToDouble(i -> columns.variance()[i])
                .average()
                .orElse(1);
        double[] start = new double[n];
        double[] variance = new double[n];
        for (int k = 0; k < d; k++) {
            start[k] = k < owners ? 1.0 / owners : owners == 0 && k == 0 ? Math.sqrt(COMMON_SHARE * usual) : 0;
            variance[k] = LOADING_SHARE * usual / spread[k * d + k];
        }
        start[d] = Arrays.stream(learned)
                .mapToDouble(i -> columns.intercept()[i])
                .average()
                .orElse(0);
        variance[d] = USUAL_VARIANCE;
        int[] known = kin.length == 0 ? new int[columns.count()] : kin.clone();
        if (kin.length == 0) {
            Arrays.fill(known, -1);
        }
        int kins = Arrays.stream(known).max().orElse(-1) + 1;
        double[] centre = new double[kins * n];
        double[] centreVariance = new double[kins * n];
        for (int k = 0; k < centre.length; k++) {
            centre[k] = start[k % n];
            centreVariance[k] = variance[k % n];
        }
        double noise = Arrays.stream(learned)
                .mapToDouble(columns::startingNoise)
                .average()
                .orElse(1);
        return new LoadingPrior(
                start,
                variance.clone(),
                start.clone(),
                variance.clone(),
                variance.clone(),
                known,
                centre,
                centreVariance,
                noise);
    }

    /** How uncertain loadings are at the start: the less so the more cells there are. */
    private static double[] doubt(ColumnParameters columns, LoadingPrior prior) {
        int n = columns.d() + 1;
        double[] spread = new double[columns.count() * n * n];
        for (int i = 0; i < columns.count(); i++) {
            if (columns.own()[columns.first(i)]) {
                continue;
            }
            for (int k = 0; k < n; k++) {
                spread[(i * n + k) * n + k] =
                        prior.variance(columns.first(i), k) / (1 + columns.cells()[columns.first(i)]);
            }
        }
        for (int i = 0; i < columns.count(); i++) {
            if (columns.isTwin(i)) {
                spread[(i * n + columns.d()) * n + columns.d()] += columns.noise()[i] / (1 + columns.cells()[i]);
            }
        }
        return spread;
    }

    private static EigenDecomposition_F64<DMatrixRMaj> eigen(DMatrixRMaj matrix) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(matrix.getNumRows(), true, true);
        if (!eigen.decompose(matrix.copy())) {
            throw new ArithmeticException("The covariance of the columns has no eigenvalues");
        }
        return eigen;
    }
}
