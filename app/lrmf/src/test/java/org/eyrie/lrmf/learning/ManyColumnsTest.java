package org.eyrie.lrmf.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.posterior.CellPrediction;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.posterior.LeaveOut;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.problem.ColumnKin;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.SimulatedLineage;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More columns than numbers per model, most of them of few scores, as people have them. */
class ManyColumnsTest {

    private static final int MODELS = 250;
    private static final int WELL_MEASURED = 5;

    @ParameterizedTest
    @ValueSource(ints = {20, 100, 500})
    void furtherColumnsOfAFewScoresHarmNobody(int further) {
        SimulatedLineage world = new SimulatedLineage(17, MODELS, WELL_MEASURED, 0.9);
        Problem hidden = world.problem.without(c -> world.problem.observations().model()[c] % 5 == 2);

        double alone = error(hidden, world);
        double beside = error(withFurther(hidden, further), world);

        assertThat(beside).isLessThan(1.01 * alone);
    }

    private static double error(Problem problem, SimulatedLineage world) {
        FamilyPosterior models =
                LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE).models();
        double sum = 0;
        int count = 0;
        for (int u = 2; u < MODELS; u += 5) {
            for (int i = 0; i < WELL_MEASURED; i++) {
                double off = models.predict(u, i, LeaveOut.NOTHING, 0.9).mean() - world.measured[u][i];
                sum += off * off;
                count++;
            }
        }
        return Math.sqrt(sum / count);
    }

    /** Each of one to five models that are not hidden, at random heights. */
    private static Problem withFurther(Problem problem, int further) {
        Random random = new Random(further);
        List<int[]> cells = new ArrayList<>();
        for (int k = 0; k < further; k++) {
            for (int j = 0; j <= k % 5; j++) {
                cells.add(new int[] {5 * random.nextInt(MODELS / 5), WELL_MEASURED + k});
            }
        }
        Observations all = problem.observations();
        int known = all.cells();
        int[] model = Arrays.copyOf(all.model(), known + cells.size());
        int[] column = Arrays.copyOf(all.column(), model.length);
        double[] score = Arrays.copyOf(all.score(), model.length);
        double[] trials = Arrays.copyOf(all.trials(), model.length);
        for (int k = 0; k < cells.size(); k++) {
            model[known + k] = cells.get(k)[0];
            column[known + k] = cells.get(k)[1];
            score[known + k] = 0.05 + 0.9 * random.nextDouble();
            trials[known + k] = 500;
        }
        return problem.with(new Observations(WELL_MEASURED + further, model, column, score, trials));
    }

    /** A table of 90 models on 110 benchmarks, 13 scores on each, and no lineage: two factors, one of them small. */
    private static final class Spreadsheet {

        private final int models;
        private final int columns;
        private final Problem shown;
        private final List<Integer> model = new ArrayList<>();
        private final List<Integer> column = new ArrayList<>();
        private final List<Double> score = new ArrayList<>();

        Spreadsheet(long seed, int models, int columns, int scores, int kin) {
            this.models = models;
            this.columns = columns;
            Random random = new Random(seed);
            ScoreScale scale = new ScoreScale(LrmfSettings.DEFAULT.margin());
            double[][] factor = normal(models, 2, random);
            double[][] centre = normal(columns / kin + 1, 3, random);
            double[][] own = normal(columns, 3, random);
            List<int[]> cells = new ArrayList<>();
            List<Double> scores1 = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                double share = kin > 1 ? 0.8 : 0;
                double[] x = new double[3];
                for (int k = 0; k < 3; k++) {
                    x[k] = Math.sqrt(share) * centre[i / kin][k] + Math.sqrt(1 - share) * own[i][k];
                }
                for (int j = 0; j < scores; j++) {
                    int u = random.nextInt(models);
                    double logit = x[2] + (0.8 + 0.25 * x[0]) * factor[u][0] + 0.3 * x[1] * factor[u][1];
                    double measured = scale.score(logit + 0.25 * random.nextGaussian());
                    if (random.nextInt(5) == 0) {
                        model.add(u);
                        column.add(i);
                        score.add(measured);
                    } else {
                        cells.add(new int[] {u, i});
                        scores1.add(measured);
                    }
                }
            }
            double[] trials = new double[cells.size()];
            Arrays.fill(trials, 500);
            int[] kins = new int[columns];
            Arrays.setAll(kins, i -> i / kin);
            shown = new Problem(
                    new LineageGraph(models, 1, new int[0], new int[0], new int[0], new double[0]),
                    nothingKnown(models),
                    new Observations(
                            columns,
                            cells.stream().mapToInt(cell -> cell[0]).toArray(),
                            cells.stream().mapToInt(cell -> cell[1]).toArray(),
                            scores1.stream().mapToDouble(value -> value).toArray(),
                            trials),
                    new ColumnKin(kins));
        }

        private static double[][] normal(int rows, int numbers, Random random) {
            double[][] drawn = new double[rows][numbers];
            for (double[] row : drawn) {
                Arrays.setAll(row, k -> random.nextGaussian());
            }
            return drawn;
        }

        private static ModelTraits nothingKnown(int models) {
            int[] unknown = new int[models];
            Arrays.fill(unknown, -1);
            double[] nan = new double[models];
            Arrays.fill(nan, Double.NaN);
            return new ModelTraits(unknown, unknown, unknown, unknown, unknown, unknown, nan, nan);
        }

        private Problem withoutKin() {
            return new Problem(shown.lineage(), shown.traits(), shown.observations());
        }
    }

    /** How predictions of hidden cells came out. */
    private record Outcome(double rmse, double held, int cells) {

        static Outcome of(Spreadsheet sheet, Problem problem) {
            FitResult fit = LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE);
            assertThat(fit.stopReason()).isEqualTo(StopReason.CONVERGED);
            double sum = 0;
            int held = 0;
            for (int c = 0; c < sheet.model.size(); c++) {
                CellPrediction cell =
                        fit.models().predict(sheet.model.get(c), sheet.column.get(c), LeaveOut.NOTHING, 0.9);
                double score = sheet.score.get(c);
                sum += (cell.mean() - score) * (cell.mean() - score);
                held += score >= cell.lower() && score <= cell.upper() ? 1 : 0;
            }
            int cells = sheet.model.size();
            return new Outcome(Math.sqrt(sum / cells), held / (double) cells, cells);
        }
    }

    @Test
    void intervalsHoldWhereColumnsHaveThirteenScores() {
        double held = 0;
        int cells = 0;
        for (long seed = 1; seed <= 3; seed++) {
            Spreadsheet sheet = new Spreadsheet(seed, 90, 110, 13, 1);
            Outcome outcome = Outcome.of(sheet, sheet.shown);
            held += outcome.held() * outcome.cells();
            cells += outcome.cells();
        }
        assertThat(held / cells).isBetween(0.86, 0.94);
    }

    @Test
    void setupsOfOneTaskTellOfEachOther() {
        double with = 0;
        double without = 0;
        for (long seed = 1; seed <= 3; seed++) {
            Spreadsheet sheet = new Spreadsheet(seed, 90, 110, 6, 5);
            with += Outcome.of(sheet, sheet.shown).rmse();
            without += Outcome.of(sheet, sheet.withoutKin()).rmse();
        }
        assertThat(with).isLessThan(0.97 * without);
    }

    @Test
    void twoThousandColumnsAreNoneTooMany() {
        Spreadsheet sheet = new Spreadsheet(4, 300, 2000, 6, 1);

        Outcome outcome = Outcome.of(sheet, sheet.shown);

        assertThat(sheet.models * sheet.columns).isEqualTo(600_000);
        assertThat(outcome.held()).isBetween(0.86, 0.94);
    }
}
