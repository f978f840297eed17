package org.eyrie.lrmf.outcomes;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eyrie.lrmf.math.Logistic;
import org.eyrie.lrmf.problem.LineageGraph;

/** Outcomes of models whose skills are known: every model but the first few has one or two older parents. */
final class SmallWorld {

    final int models;
    final int columns;
    final LineageGraph lineage;
    final double[][] probability;
    final byte[][] outcome;
    private final SplittableRandom random;

    SmallWorld(int models, int columns, int skills, double wander, long seed) {
        this.models = models;
        this.columns = columns;
        this.random = new SplittableRandom(seed);
        int founders = Math.max(1, models / 10);
        int[] child = new int[2 * models];
        int[] parent = new int[2 * models];
        double[][] skill = new double[models][skills];
        int edges = 0;
        for (int u = 0; u < models; u++) {
            double scale = u < founders ? 1 : wander;
            for (int k = 0; k < skills; k++) {
                skill[u][k] = scale * random.nextGaussian();
            }
            if (u >= founders) {
                int first = random.nextInt(u);
                int second = random.nextInt(u);
                int[] both = u % 4 == 0 && first != second ? new int[] {first, second} : new int[] {first};
                for (int p : both) {
                    child[edges] = u;
                    parent[edges++] = p;
                    for (int k = 0; k < skills; k++) {
                        skill[u][k] += skill[p][k] / both.length;
                    }
                }
            }
        }
        double[] weight = new double[edges];
        Arrays.fill(weight, Double.NaN);
        lineage = new LineageGraph(
                models, 1, Arrays.copyOf(child, edges), Arrays.copyOf(parent, edges), new int[edges], weight);
        probability = new double[models][columns];
        outcome = new byte[models][columns];
        for (int i = 0; i < columns; i++) {
            double intercept = random.nextGaussian();
            double[] loading = random.doubles(skills, -1, 2).toArray();
            for (int u = 0; u < models; u++) {
                double logit = intercept;
                for (int k = 0; k < skills; k++) {
                    logit += skill[u][k] * loading[k];
                }
                probability[u][i] = Logistic.of(logit);
                outcome[u][i] = (byte) (random.nextDouble() < probability[u][i] ? 1 : 0);
            }
        }
    }

    /** Each cell seen with that probability; nothing is seen of a model whose number ends in 9. */
    OutcomeProblem seen(double share) {
        int[] row = new int[models * columns];
        int[] column = new int[models * columns];
        byte[] success = new byte[models * columns];
        int cells = 0;
        for (int u = 0; u < models; u++) {
            for (int i = 0; i < columns; i++) {
                if (u % 10 != 9 && random.nextDouble() < share) {
                    row[cells] = u;
                    column[cells] = i;
                    success[cells++] = outcome[u][i];
                }
            }
        }
        OutcomeTable table = OutcomeTable.of(
                models,
                columns,
                Arrays.copyOf(row, cells),
                Arrays.copyOf(column, cells),
                Arrays.copyOf(success, cells));
        return new OutcomeProblem(lineage, table, new int[columns], 1);
    }

    /** Mean squared distance from the true probabilities, over models nobody evaluated. */
    double coldError(OutcomeModel model) {
        double sum = 0;
        int count = 0;
        for (int u = 9; u < models; u += 10) {
            for (int i = 0; i < columns; i++) {
                double error = model.probability(u, i) - probability[u][i];
                sum += error * error;
                count++;
            }
        }
        return sum / count;
    }
}
