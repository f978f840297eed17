package org.eyrie.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Traits;

/**
 * Simulated models in lines of names, all of one architecture, size and licence: what tells them apart is the name, what
 * else they scored, and luck. Each was published a day after the one before.
 */
final class Crowd {

    static final int COLUMNS = 3;
    private static final List<String> LINES = List.of("falcon", "kestrel", "osprey", "buzzard", "harrier", "merlin");

    final List<Model> models = new ArrayList<>();
    final Problem problem;

    /**
     * @param lines by how much lines of names differ, as standard deviation
     * @param skill by how much models differ in all columns alike
     * @param luck by how much each score is off
     */
    Crowd(int count, double lines, double skill, double luck, long seed) {
        Random random = new Random(seed);
        double[] ofLine =
                random.doubles(LINES.size()).map(x -> lines * (2 * x - 1) * 1.7).toArray();
        int[] model = new int[count * COLUMNS];
        int[] column = new int[model.length];
        double[] score = new double[model.length];
        for (int u = 0; u < count; u++) {
            int line = u % LINES.size();
            models.add(new Model(new ModelId("nest" + u % 7 + "/" + LINES.get(line) + "-v" + u), Traits.UNKNOWN));
            double own = skill * random.nextGaussian();
            for (int i = 0; i < COLUMNS; i++) {
                int c = u * COLUMNS + i;
                model[c] = u;
                column[c] = i;
                score[c] = Math.max(0, Math.min(1, 0.5 + ofLine[line] + own + luck * random.nextGaussian()));
            }
        }
        double[] trials = new double[model.length];
        Arrays.fill(trials, 100);
        problem = new Problem(
                new LineageGraph(count, 1, new int[0], new int[0], new int[0], new double[0]),
                traits(count),
                new Observations(COLUMNS, model, column, score, trials));
    }

    private static ModelTraits traits(int count) {
        int[] unknown = new int[count];
        Arrays.fill(unknown, -1);
        double[] day = new double[count];
        Arrays.setAll(day, u -> 19_000 + u);
        double[] size = new double[count];
        Arrays.fill(size, 7);
        int[] same = new int[count];
        return new ModelTraits(same, same, unknown, unknown, unknown, unknown, size, day);
    }
}
