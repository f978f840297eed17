package org.eyrie.lrmf.outcomes;

import java.util.Arrays;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.field.FieldSolver;
import org.eyrie.lrmf.field.FieldStructure;
import org.eyrie.lrmf.field.NodeEvidence;
import org.eyrie.lrmf.field.PenaltyTerms;
import org.eyrie.lrmf.field.Strengths;
import org.eyrie.lrmf.linalg.Bound;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The skills of all models, less what is expected of each, as a Gaussian field: lineage joins models, outcomes stay within
 * one. The engine of whole benchmarks solves it, whose bound on fill-in holds here too; every class of terms has one
 * strength for all skills.
 */
final class SkillField {

    /** A strength of zero says nothing, and has no covariance; this one is zero to every digit of a skill. */
    private static final double WEAKEST = 1e-12;

    private static final double[] NO_EFFECTS = {};

    private final PenaltyTerms terms;
    private final FieldStructure structure;
    private final int models;
    private final int d;
    private @Nullable FieldPosterior before;

    SkillField(PenaltyTerms terms, int models, int d) {
        this(terms, models, d, Bound.usual(models, d));
    }

    /** @param bound a field that would pass it is cut: means stay exact, covariances are those of the cut one */
    SkillField(PenaltyTerms terms, int models, int d, Bound bound) {
        this.terms = terms;
        this.models = models;
        this.d = d;
        this.structure = FieldStructure.whole(terms, models, models, d, bound);
    }

    int models() {
        return models;
    }

    /** Numbers per model. */
    int rank() {
        return d;
    }

    /** Number of classes of terms: founders, and one per relation. */
    int groups() {
        return terms.classes();
    }

    /** Number of terms. */
    int terms() {
        return terms.count();
    }

    int groupOf(int term) {
        return terms.classOf(term);
    }

    /** How many entries of terms were cut. */
    int cuts() {
        return structure.cuts();
    }

    /**
     * Posterior of the skills.
     *
     * @param strength one per group
     * @param evidence what outcomes say of each model's skills, less those expected
     * @param spread whether covariances will be asked for
     */
    FieldPosterior solve(double[] strength, NodeEvidence evidence, boolean spread) {
        FieldPosterior posterior = new FieldSolver(structure)
                .solveWithFixedEffects(strengths(strength), evidence, NO_EFFECTS, before)
                .orElseThrow(() -> new ArithmeticException("The model step is not positive definite"));
        // A field that was cut needs the covariances of an earlier posterior, which cost as much as the solve. For
        // means alone, which are exact whatever the copies are like, those of the first one do.
        if (cuts() > 0 && (spread || before == null)) {
            before = posterior;
        }
        return posterior;
    }

    private Strengths strengths(double[] strength) {
        double[][] covariance = new double[strength.length][d * d];
        for (int g = 0; g < strength.length; g++) {
            for (int j = 0; j < d; j++) {
                covariance[g][j * (d + 1)] = 1 / Math.max(WEAKEST, strength[g]);
            }
        }
        return new Strengths(d, covariance, new double[strength.length][0], NO_EFFECTS);
    }

    /** The residual of a term of some numbers, {@code width} per model. */
    void residual(int term, double[] value, int width, double[] into) {
        Arrays.fill(into, 0);
        for (int e = terms.start(term); e < terms.start(term + 1); e++) {
            for (int j = 0; j < width; j++) {
                into[j] += terms.base(e) * value[terms.node(e) * width + j];
            }
        }
    }

    /**
     * Per group, the variances of its terms' residuals under a posterior, summed over terms and skills.
     *
     * @param from first of the terms, which stand for the copies where entries were cut
     * @param to behind the last
     */
    double[] variances(FieldPosterior posterior, int from, int to) {
        PenaltyTerms joined = posterior.system().terms(); // with copies where entries were cut
        posterior.prepareCovariance(Progress.NONE);
        double[] sum = new double[groups()];
        double[] block = new double[d * d];
        for (int t = from; t < (to == terms() ? joined.count() : to); t++) {
            for (int a = joined.start(t); a < joined.start(t + 1); a++) {
                for (int b = joined.start(t); b <= a; b++) {
                    posterior.covariance().read(joined.node(a), joined.node(b), block, 0);
                    double both = (a == b ? 1 : 2) * joined.base(a) * joined.base(b);
                    for (int j = 0; j < d; j++) {
                        sum[joined.classOf(t)] += both * block[j * (d + 1)];
                    }
                }
            }
        }
        return sum;
    }
}
