package org.eyrie.lrmf.crowd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelLabels;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;

/**
 * Simulated models without known parents, author or line, of one architecture and size: nothing but the name tells that they
 * are alike, which no lineage knows.
 */
public final class NamedModels {

    public static final int COLUMNS = 3;
    private static final List<String> LINES =
            List.of("falcon", "kestrel", "osprey", "buzzard", "harrier", "merlin", "goshawk", "lanner");

    public final Problem problem;

    /** @param lines by how much lines of names differ, in logits */
    public NamedModels(int count, double lines, long seed) {
        Random random = new Random(seed);
        double[] ofLine =
                random.doubles(LINES.size()).map(x -> lines * (2 * x - 1)).toArray();
        int[] model = new int[count * COLUMNS];
        int[] column = new int[model.length];
        double[] score = new double[model.length];
        List<String> names = new ArrayList<>();
        List<String> licences = new ArrayList<>();
        for (int u = 0; u < count; u++) {
            int line = random.nextInt(LINES.size());
            names.add("nest/" + LINES.get(line) + "-v" + u);
            licences.add("");
            double own = 0.3 * random.nextGaussian();
            for (int i = 0; i < COLUMNS; i++) {
                int c = u * COLUMNS + i;
                model[c] = u;
                column[c] = i;
                score[c] = 1 / (1 + Math.exp(-ofLine[line] - own - 0.2 * random.nextGaussian()));
            }
        }
        double[] trials = new double[model.length];
        Arrays.fill(trials, 1_000);
        problem = new Problem(
                        new LineageGraph(count, 1, new int[0], new int[0], new int[0], new double[0]),
                        traits(count),
                        new Observations(COLUMNS, model, column, score, trials))
                .with(new ModelLabels(names, licences));
    }

    private static ModelTraits traits(int count) {
        int[] unknown = new int[count];
        Arrays.fill(unknown, -1);
        double[] day = new double[count];
        Arrays.setAll(day, u -> 19_000 + u % 300);
        double[] size = new double[count];
        Arrays.fill(size, 7);
        int[] same = new int[count];
        return new ModelTraits(same, same, unknown, unknown, unknown, unknown, size, day);
    }

    /** The same without names. */
    public Problem nameless() {
        return problem.with(ModelLabels.NONE);
    }
}
