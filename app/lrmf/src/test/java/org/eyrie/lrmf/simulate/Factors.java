package org.eyrie.lrmf.simulate;

import java.util.SplittableRandom;
import org.eyrie.lrmf.problem.LineageGraph;

/**
 * Drawn skills and items, the truth of a simulation. A founder's skills are standard normal; a child's are the mean of
 * its parents' plus a step. A column has loadings of deviation 1.2/√d, the first of which is positive (a skill that
 * helps everywhere), and an intercept of deviation 1.2.
 */
final class Factors {

    private static final double SPREAD = 1.2;
    private static final double LEAST_FIRST_LOADING = 0.6;

    private final int rank;
    private final double[] skills;
    private final double[] loadings;
    private final double[] intercepts;

    Factors(LineageGraph lineage, SimulationSettings settings, SplittableRandom random) {
        rank = settings.rank();
        skills = skills(lineage, settings.step(), random.split());
        loadings = new double[Math.multiplyExact(settings.columns(), rank)];
        intercepts = new double[settings.columns()];
        SplittableRandom ofColumns = random.split();
        for (int column = 0; column < intercepts.length; column++) {
            for (int k = 0; k < rank; k++) {
                loadings[column * rank + k] = SPREAD / Math.sqrt(rank) * ofColumns.nextGaussian();
            }
            loadings[column * rank] = Math.abs(loadings[column * rank]) + LEAST_FIRST_LOADING;
            intercepts[column] = SPREAD * ofColumns.nextGaussian();
        }
    }

    private double[] skills(LineageGraph lineage, double step, SplittableRandom random) {
        Generations generations = new Generations(lineage);
        double[] drawn = new double[Math.multiplyExact(lineage.models(), rank)];
        for (int place = 0; place < lineage.models(); place++) {
            int model = generations.model(place);
            int from = generations.firstParent(model);
            int to = generations.firstParent(model + 1);
            for (int k = 0; k < rank; k++) {
                double sum = 0;
                for (int e = from; e < to; e++) {
                    sum += drawn[generations.parent(e) * rank + k];
                }
                double own = random.nextGaussian();
                drawn[model * rank + k] = from == to ? own : sum / (to - from) + step * own;
            }
        }
        return drawn;
    }

    double logit(int model, int column) {
        double sum = intercepts[column];
        for (int k = 0; k < rank; k++) {
            sum += skills[model * rank + k] * loadings[column * rank + k];
        }
        return sum;
    }

    double skill(int model, int k) {
        return skills[model * rank + k];
    }
}
