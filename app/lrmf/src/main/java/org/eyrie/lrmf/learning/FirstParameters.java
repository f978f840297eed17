package org.eyrie.lrmf.learning;

import java.util.Arrays;
import org.eyrie.lrmf.field.FieldStructure;
import org.eyrie.lrmf.field.Strengths;
import org.eyrie.lrmf.prior.FixedEffect;
import org.eyrie.lrmf.prior.SharedDictionary;
import org.eyrie.lrmf.prior.TermClass;
import org.eyrie.lrmf.statistics.ParameterPrior;
import org.eyrie.lrmf.statistics.SharedParameters;
import org.eyrie.lrmf.statistics.StrengthPrior;

/**
 * Parameters before learning, and what is believed of them: shares of the models' spread. The shares and their worth were
 * chosen on development splits of the leaderboard, see docs/method.md.
 *
 * @param parameters to begin with
 * @param prior what is believed of them
 */
record FirstParameters(SharedParameters parameters, ParameterPrior prior) {

    private static final double REFERENCE_SHARE = 0.1;
    private static final double REFERENCE_TERMS = 8;
    private static final double USUAL_PULL = 0.2;
    private static final double PULL_PRECISION = 100;
    private static final double EFFECT_SHARE = 0.06;

    /** A year may change more than a word in the name does; where many models are dated it does not matter. */
    private static final double YEAR_SHARE = 1;

    private static final double MIXTURE_SHARE = 1e-5;

    static FirstParameters of(SharedDictionary dictionary, ColumnStart start) {
        int d = start.columns().d();
        StrengthPrior strengths =
                new StrengthPrior(scaled(start.spread(), REFERENCE_SHARE), REFERENCE_TERMS, USUAL_PULL, PULL_PRECISION);
        int effects = dictionary.effects().list().size();
        double[] effectPrecision = new double[effects * d * d];
        for (int k = 0; k < effects; k++) {
            boolean year = dictionary.effects().list().get(k).kind() == FixedEffect.Kind.YEAR;
            double[] one = FieldStructure.precisionOf(scaled(start.spread(), year ? YEAR_SHARE : EFFECT_SHARE), d);
            System.arraycopy(one, 0, effectPrecision, k * one.length, one.length);
        }
        return new FirstParameters(
                new SharedParameters(start.columns(), start.loadings(), initial(dictionary, start)),
                new ParameterPrior(strengths, dictionary.classes().fixed(), start.columns(), effectPrecision));
    }

    /**
     * Strengths to begin with: shares of the models' spread by kind of term, as the leaderboard's fit ended, so that
     * learning has less far to go there and elsewhere.
     */
    private static Strengths initial(SharedDictionary dictionary, ColumnStart start) {
        int d = start.columns().d();
        double[][] covariance = new double[dictionary.classes().size()][];
        double[][] pull = new double[covariance.length][2 * d];
        for (int k = 0; k < covariance.length; k++) {
            TermClass termClass = dictionary.classes().list().get(k);
            covariance[k] = scaled(start.spread(), initialShare(termClass));
            Arrays.fill(pull[k], USUAL_PULL);
        }
        return new Strengths(
                d, covariance, pull, new double[dictionary.effects().list().size() * d]);
    }

    private static double initialShare(TermClass termClass) {
        return switch (termClass.kind()) {
            case DERIVED -> 0.1;
            case FOUNDER -> 0.1;
            case STUB, ARCHITECTURE -> 0.16;
            case CLADE -> 0.11;
            case SIZE -> 0.14;
            case ROOT -> 0.18;
            case MAGNITUDE -> 0.09;
            case AUTHOR, SERIES -> 0.05;
            case MIXTURE -> MIXTURE_SHARE;
        };
    }

    private static double[] scaled(double[] block, double share) {
        return Arrays.stream(block).map(v -> v * share).toArray();
    }
}
