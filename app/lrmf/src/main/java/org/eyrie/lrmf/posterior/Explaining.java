package org.eyrie.lrmf.posterior;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.observation.ColumnBelief;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.OwnCells;

/** Takes the mean of one cell apart, with solves whose right-hand sides are the model's numbers. */
final class Explaining {

    private Explaining() {}

    static Explanation of(FamilyPosterior family, int model, int column, int[] left) {
        ColumnParameters columns = family.shared.columns;
        int d = columns.d();
        FieldPosterior posterior = family.posterior;
        ColumnBelief belief = family.belief(model, column, left);
        double[] influence = influence(family, model, belief, left);
        boolean[] isLeft = new boolean[family.cells.count(model)];
        for (int cell : left) {
            isLeft[cell - family.cells.start[model]] = true;
        }
        double intercept = belief.mean()[d];
        double sum = intercept;
        List<ScoreContribution> scores = new ArrayList<>();
        for (int u = 0; u < family.models(); u++) {
            for (int k = family.cells.start[u]; k < family.cells.start[u + 1]; k++) {
                if (u == model && isLeft[k - family.cells.start[u]]) {
                    continue;
                }
                int i = family.cells.column[k];
                double logit = (family.cells.logit[k] - columns.intercept()[i])
                        / columns.evidenceNoise(i, family.cells.trials[k])
                        * columns.along(i, influence, u * d);
                if (logit != 0) {
                    scores.add(new ScoreContribution(u, i, logit));
                    sum += logit;
                }
            }
        }
        List<SharedContribution> shared = new ArrayList<>();
        double[] boundary = posterior.boundaryContributions(influence);
        for (int s = 0; s < boundary.length; s++) {
            if (boundary[s] != 0) {
                shared.add(new SharedContribution(family.field.shared().get(s), boundary[s]));
                sum += boundary[s];
            }
        }
        List<FixedEffectContribution> drifts = new ArrayList<>();
        double[] drift = posterior.driftContributions(influence);
        for (int k = 0; k < drift.length; k++) {
            if (drift[k] != 0) {
                drifts.add(new FixedEffectContribution(
                        family.field.dictionary().effects().list().get(k), drift[k]));
                sum += drift[k];
            }
        }
        drifts.sort(Comparator.comparingDouble(part -> -Math.abs(part.logit())));
        scores.sort(Comparator.comparingDouble(part -> -Math.abs(part.logit())));
        shared.sort(Comparator.comparingDouble(part -> -Math.abs(part.logit())));
        double lineage = belief.logit(family.ofLineage(model, left).mean());
        double mean = belief.logit(family.own(model, left).mean());
        return new Explanation(model, column, intercept, scores, shared, drifts, mean - lineage, lineage - sum, mean);
    }

    /** Influence on the cell with the shared nodes given and some own cells left out, d numbers per node. */
    private static double[] influence(FamilyPosterior family, int model, ColumnBelief belief, int[] left) {
        ColumnParameters columns = family.shared.columns;
        int d = columns.d();
        double[][] unit = new double[d][];
        double[] given = new double[d * d];
        for (int i = 0; i < d; i++) {
            double[] direction = new double[d];
            direction[i] = 1;
            unit[i] = family.posterior.influence(model, direction);
            System.arraycopy(unit[i], model * d, given, i * d, d);
        }
        double[] transform = OwnCells.without(left, family.cells, columns, new double[d], given)
                .orElseThrow(() -> new ArithmeticException("Model " + model + " cannot do without its scores"))
                .transform();
        double[] influence = new double[unit[0].length];
        for (int j = 0; j < d; j++) {
            double along = 0;
            for (int i = 0; i < d; i++) {
                along += belief.mean()[i] * transform[i * d + j];
            }
            for (int k = 0; k < influence.length; k++) {
                influence[k] += along * unit[j][k];
            }
        }
        return influence;
    }
}
