package org.eyrie.lrmf.posterior;

import java.util.Arrays;
import org.eyrie.lrmf.observation.ColumnParameters;

/**
 * How the true logit of one cell goes with those of all others, by the joint posterior, loadings at their means: one
 * solution of the family's factor and one of the shared nodes', so that any two models have a covariance, not only those
 * that the factor's pattern joins.
 *
 * <p>What a measurement is expected to take from the variance of another cell is exact with loadings that are not certain
 * too: what it adds to the squares of the model's numbers it takes from their covariance.
 */
public final class LogitCovariance {

    /** A model that is certain moves with nothing. */
    private static final double LEAST_VARIANCE = 1e-12;

    private final FamilyPosterior family;
    private final int model;
    private final int column;
    private final double[] covariance;

    private LogitCovariance(FamilyPosterior family, int model, int column, double[] covariance) {
        this.family = family;
        this.model = model;
        this.column = column;
        this.covariance = covariance;
    }

    /**
     * Of a cell, measured or not.
     *
     * @throws IllegalArgumentException if there is no such model or column
     */
    public static LogitCovariance of(FamilyPosterior family, int model, int column) {
        family.check(model, column);
        int d = family.shared.columns.d();
        double[] direction = Arrays.copyOfRange(family.shared.columns.loading(), column * d, (column + 1) * d);
        SharedNodes nodes = family.shared.nodes;
        double[] covariance = family.posterior.covarianceWith(model, direction, vector -> {
            int[] number = family.field.shared().stream()
                    .mapToInt(nodes.dictionary::numberOf)
                    .toArray();
            return nodes.times(number, vector);
        });
        return new LogitCovariance(family, model, column, covariance);
    }

    /** Covariance with the true logit of a cell, in squared logits. */
    public double with(int other, int otherColumn) {
        family.check(other, otherColumn);
        ColumnParameters columns = family.shared.columns;
        return columns.along(otherColumn, covariance, other * columns.d());
    }

    /**
     * By how much a measurement of another cell, in its column's usual number of trials, moves the expected logit of this
     * one, in logits per standard deviation of the measurement. Its square is how much the variance of this one is
     * expected to fall.
     */
    public double movedBy(int other, int otherColumn) {
        return with(other, otherColumn) / deviation(other, otherColumn);
    }

    /** The same the other way round: by how much a measurement of this cell moves another's expected logit. */
    public double moves(int other, int otherColumn) {
        return with(other, otherColumn) / deviation(model, column);
    }

    /** Standard deviation of a measurement of a cell. */
    private double deviation(int measured, int measuredColumn) {
        ColumnParameters columns = family.shared.columns;
        double[] block = new double[columns.d() * columns.d()];
        family.posterior.covariance().read(measured, measured, block, 0);
        double noise = columns.evidenceNoise(measuredColumn, columns.trials()[measuredColumn]);
        double variance = columns.between(measuredColumn, measuredColumn, block, 0);
        return Math.sqrt(Math.max(variance, 0) + Math.max(noise, LEAST_VARIANCE));
    }
}
