package org.eyrie.lrmf.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

/** Which cells are in figures, and which columns in means. */
class AnswerableTest {

    private final Problem problem = Worlds.benchmarks(300, 1);

    @Test
    void whatWouldNotBeAnsweredIsAskedOfNobodyAndCounted() {
        Problem wide = withRareColumns(3, 4);
        // Judged on the training side alone: a column of which nothing is left there is not answered.
        Answerable known = training -> (model, column) ->
                Arrays.stream(training.observations().column()).anyMatch(other -> other == column);
        Answerable common = training -> (model, column) -> column < Worlds.COLUMNS;
        Protocol protocol = new CellsProtocol(0.5);
        List<Predictor> both = List.of(constant(0.2), constant(0.7));
        Experiment all =
                new Backtest(wide, Answerable.EVERYTHING, 1, 0.9, System::nanoTime).run(protocol, both, Progress.NONE);
        Experiment some = new Backtest(wide, known, 1, 0.9, System::nanoTime).run(protocol, both, Progress.NONE);
        Experiment few = new Backtest(wide, common, 1, 0.9, System::nanoTime).run(protocol, both, Progress.NONE);
        assertThat(all.unanswered()).isZero();
        assertThat(few.unanswered())
                .isEqualTo(all.cells().cells() - few.cells().cells())
                .isBetween(1, 11);
        assertThat(some.unanswered()).isLessThanOrEqualTo(few.unanswered());
        assertThat(few.results()).allSatisfy(result -> {
            assertThat(result.columns()).hasSize(Worlds.COLUMNS);
            assertThat(result.estimates().cells()).isEqualTo(few.cells().cells());
        });
        assertThatThrownBy(() -> new Backtest(wide, training -> (model, column) -> false, 1, 0.9, System::nanoTime)
                        .run(protocol, both, Progress.NONE))
                .isInstanceOf(ProtocolRefusedException.class)
                .hasMessageContaining("of none of the " + all.cells().cells() + " hidden scores");
    }

    @Test
    void aColumnOfFewCellsHasARowButNoPartInTheMeans() {
        Problem wide = withRareColumns(3, 4);
        Experiment experiment = new Backtest(wide, Answerable.EVERYTHING, 1, 0.9, System::nanoTime)
                .run(new CellsProtocol(0.5), List.of(constant(0.5)), Progress.NONE);
        BacktestResult result = experiment.results().get(0);
        List<ColumnFigures> counting =
                result.columns().stream().filter(ColumnFigures::counts).toList();
        assertThat(counting).hasSize(Worlds.COLUMNS);
        assertThat(experiment.withoutPart()).isNotEmpty().allMatch(column -> column >= Worlds.COLUMNS);
        assertThat(result.columns())
                .hasSize(counting.size() + experiment.withoutPart().size());
        assertThat(result.mean().pearson())
                .isCloseTo(
                        counting.stream()
                                .mapToDouble(column -> column.figures().pearson())
                                .average()
                                .orElseThrow(),
                        within(1e-12));
        int cells = counting.stream().mapToInt(column -> column.figures().n()).sum();
        double weighted = counting.stream()
                .mapToDouble(column -> column.figures().n() * column.figures().rmse() / cells)
                .sum();
        assertThat(Objects.requireNonNull(result.averages().weighted()).rmse()).isCloseTo(weighted, within(1e-12));
        assertThat(result.mean().n()).isEqualTo(cells);
        assertThat(result.averages().pooled().n()).isEqualTo(experiment.cells().cells());
    }

    @Test
    void withoutAnyColumnThatCountsThereIsNoMean() {
        Observations all = problem.observations();
        Observations few = all.only(c -> all.model()[c] % 20 == 0 && all.column()[c] < 2);
        Problem sparse = new Problem(problem.lineage(), problem.traits(), few);
        BacktestResult result = new Backtest(sparse, Answerable.EVERYTHING, 1, 0.9, System::nanoTime)
                .run(new CellsProtocol(0.2), List.of(constant(0.5)), Progress.NONE)
                .results()
                .get(0);
        assertThat(result.averages().plain()).isNull();
        assertThat(result.averages().weighted()).isNull();
        assertThat(result.averages().pooled().n()).isPositive();
        assertThatThrownBy(result::mean).isInstanceOf(IllegalStateException.class);
    }

    /** The world with further columns that only some models were measured on, each with that many scores. */
    private Problem withRareColumns(int columns, int scores) {
        Observations all = problem.observations();
        int more = columns * scores;
        int[] model = Arrays.copyOf(all.model(), all.cells() + more);
        int[] column = Arrays.copyOf(all.column(), all.cells() + more);
        double[] score = Arrays.copyOf(all.score(), all.cells() + more);
        double[] trials = Arrays.copyOf(all.trials(), all.cells() + more);
        for (int k = 0; k < more; k++) {
            model[all.cells() + k] = all.model()[k];
            column[all.cells() + k] = Worlds.COLUMNS + k / scores;
            score[all.cells() + k] = 0.3;
            trials[all.cells() + k] = 100;
        }
        return new Problem(
                problem.lineage(),
                problem.traits(),
                new Observations(Worlds.COLUMNS + columns, model, column, score, trials));
    }

    /** Says about that much of every cell. */
    private static Predictor constant(double about) {
        return new Predictor() {
            @Override
            public String name() {
                return "about " + about;
            }

            @Override
            public Fitted fit(Problem training, Progress progress) {
                return (model, column, level) -> {
                    double[] mean = new double[model.length];
                    Arrays.setAll(mean, c -> about + (model[c] * 37 + column[c] * 11) % 100 / 1000.0);
                    return new Estimates(mean, mean, mean);
                };
            }
        };
    }
}
