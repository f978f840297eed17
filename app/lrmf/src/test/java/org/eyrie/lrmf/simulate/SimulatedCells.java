package org.eyrie.lrmf.simulate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eyrie.lrmf.problem.Observations;

/** Writes cells of a simulation out as observations; rows are independent and done in parallel. */
final class SimulatedCells {

    /** Which cells to write. */
    interface Choice {
        boolean has(int model, int column);
    }

    private SimulatedCells() {}

    static Observations of(Simulation simulation, Choice choice) {
        int models = simulation.lineage().models();
        int columns = simulation.settings().columns();
        int[] end = new int[models];
        IntStream.range(0, models).parallel().forEach(model -> end[model] = count(choice, model, columns));
        for (int model = 1; model < models; model++) {
            end[model] = Math.addExact(end[model], end[model - 1]);
        }
        int cells = models == 0 ? 0 : end[models - 1];
        int[] row = new int[cells];
        int[] column = new int[cells];
        double[] score = new double[cells];
        double[] trials = new double[cells];
        Arrays.fill(trials, simulation.settings().trials());
        IntStream.range(0, models).parallel().forEach(model -> {
            int at = model == 0 ? 0 : end[model - 1];
            for (int i = 0; i < columns; i++) {
                if (choice.has(model, i)) {
                    row[at] = model;
                    column[at] = i;
                    score[at++] = simulation.score(model, i);
                }
            }
        });
        return new Observations(columns, row, column, score, trials);
    }

    private static int count(Choice choice, int model, int columns) {
        int count = 0;
        for (int i = 0; i < columns; i++) {
            if (choice.has(model, i)) {
                count++;
            }
        }
        return count;
    }
}
