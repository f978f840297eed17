package org.eyrie.lrmf.items;

import org.eyrie.lrmf.outcomes.Covariates;
import org.eyrie.lrmf.posterior.Ability;

/**
 * Abilities in the field, of mean 0 and variance 1 over the models an item fit was learned from.
 *
 * @param centre their mean, q numbers
 * @param unit their standard deviation, positive
 * @param doubt their mean covariance in the field, in those units, q x q: how far a model may lie from what is expected
 */
@SuppressWarnings("ArrayRecordComponent") // read at once
record AbilityScale(double[] centre, double[] unit, double[] doubt) {

    /** A number that hardly differs between models must not be blown up. */
    private static final double LEAST = 1e-6;

    static AbilityScale of(Iterable<Ability> abilities, int q) {
        double[] sum = new double[q];
        double[] square = new double[q];
        int count = 0;
        for (Ability each : abilities) {
            count++;
            for (int k = 0; k < q; k++) {
                sum[k] += each.mean()[k];
                square[k] += each.mean()[k] * each.mean()[k];
            }
        }
        double[] unit = new double[q];
        for (int k = 0; k < q; k++) {
            sum[k] /= Math.max(1, count);
            unit[k] = Math.sqrt(Math.max(square[k] / Math.max(1, count) - sum[k] * sum[k], LEAST));
        }
        double[] doubt = new double[q * q];
        AbilityScale scale = new AbilityScale(sum, unit, doubt);
        for (Ability each : abilities) {
            double[] covariance = scale.covariance(each);
            for (int k = 0; k < doubt.length; k++) {
                doubt[k] += covariance[k] / count;
            }
        }
        return scale;
    }

    int size() {
        return centre.length;
    }

    double[] mean(Ability ability) {
        double[] mean = new double[size()];
        for (int k = 0; k < mean.length; k++) {
            mean[k] = (ability.mean()[k] - centre[k]) / unit[k];
        }
        return mean;
    }

    double[] covariance(Ability ability) {
        int q = size();
        double[] covariance = new double[q * q];
        for (int j = 0; j < q; j++) {
            for (int k = 0; k < q; k++) {
                covariance[j * q + k] = ability.covariance()[j * q + k] / (unit[j] * unit[k]);
            }
        }
        return covariance;
    }

    /** What the skills are expected to be linear in: abilities, and a constant as the last number. */
    Covariates covariates(Ability[] abilities) {
        int count = size() + 1;
        double[] value = new double[abilities.length * count];
        for (int u = 0; u < abilities.length; u++) {
            System.arraycopy(mean(abilities[u]), 0, value, u * count, size());
            value[u * count + size()] = 1;
        }
        return new Covariates(count, value);
    }
}
