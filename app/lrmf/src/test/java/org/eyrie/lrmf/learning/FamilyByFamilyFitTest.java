package org.eyrie.lrmf.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.field.FieldStructure;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.prior.FieldPlan;
import org.eyrie.lrmf.prior.LineageField;
import org.eyrie.lrmf.prior.SharedDictionary;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.SimulatedLineage;
import org.eyrie.lrmf.simulate.Subgraph;
import org.eyrie.lrmf.statistics.Expectation;
import org.eyrie.lrmf.statistics.Family;
import org.eyrie.lrmf.statistics.FamilyByFamily;
import org.eyrie.lrmf.statistics.FamilyStatistics;
import org.eyrie.lrmf.statistics.MStep;
import org.eyrie.lrmf.statistics.OneField;
import org.eyrie.lrmf.statistics.Parameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyByFamilyFitTest {

    /** Columns and the rank: as many numbers as columns, or fewer. */
    @ParameterizedTest
    @CsvSource({"31, 3, 8", "32, 5, 3"})
    void aFitMadeBySummingFamiliesOneByOneEqualsThatOfOneField(long seed, int columns, int rank) {
        Problem problem = new SimulatedLineage(seed, 150, columns, 0.6).problem;
        LrmfSettings settings = new LrmfSettings(rank, LrmfSettings.DEFAULT.margin(), 60, 1e-4, 1);
        LineageField field = FieldPlan.whole(problem.lineage(), problem.traits());
        SharedDictionary dictionary = SharedDictionary.of(field);
        ScoreScale scale = new ScoreScale(settings.margin());
        ObservedCells cells = ObservedCells.of(problem.observations(), 150, scale);
        ColumnStart start = ColumnStart.of(cells, columns, settings);
        FirstParameters first = FirstParameters.of(dictionary, start);
        int d = start.columns().d();
        double[] effects = first.prior().effects();
        OneField one = new OneField(
                FieldStructure.whole(field.terms(), field.nodes(), field.nodes(), d), cells, effects, () -> {});
        List<Family> families = Subgraph.components(problem).stream()
                .map(members -> Family.of(Subgraph.of(problem, members), dictionary, scale, d))
                .toList();
        assertThat(families.size()).isGreaterThan(5);
        FamilyByFamily apart = new FamilyByFamily(
                families, FieldPlan.shared(dictionary), dictionary.nodes().size(), effects, () -> {});
        Convergence.Size size = new Convergence.Size(150L * columns, cells.size());

        var whole = new ExpectationMaximisation<>(one, new MStep(first.prior()), settings, size)
                .from(first.parameters(), FitListener.SILENT);
        var summed = new ExpectationMaximisation<>(apart, new MStep(first.prior()), settings, size)
                .from(first.parameters(), FitListener.SILENT);

        assertThat(summed.stopReason()).isEqualTo(whole.stopReason());
        assertThat(summed.trace()).hasSameSizeAs(whole.trace());
        for (int k = 0; k < whole.trace().size(); k++) {
            assertThat(summed.trace().get(k))
                    .isCloseTo(
                            whole.trace().get(k),
                            within(1e-8 * Math.abs(whole.trace().get(k))));
        }
        Parameters expected = whole.posterior().parameters();
        Parameters actual = summed.posterior().parameters();
        assertThat(actual.toVector()).containsExactly(expected.toVector(), within(1e-8));
        assertThat(actual.strengths().drift())
                .containsExactly(expected.strengths().drift(), within(1e-8));
    }

    /** Has a posterior under the first parameters and overflows under any others. */
    private static final class Overflowing implements Expectation<OneField.Whole> {

        private final OneField sound;

        private Overflowing(OneField sound) {
            this.sound = sound;
        }

        @Override
        public Optional<OneField.Whole> at(Parameters parameters, OneField.@Nullable Whole before) {
            if (before != null) {
                throw new ArithmeticException("A strength's covariance is not positive definite");
            }
            return sound.at(parameters, null);
        }

        @Override
        public FamilyStatistics statistics(OneField.Whole posterior) {
            return sound.statistics(posterior);
        }

        @Override
        public double squaredMovement(OneField.Whole before, OneField.Whole now, ScoreScale scale) {
            return sound.squaredMovement(before, now, scale);
        }
    }

    @ParameterizedTest
    @CsvSource("33")
    void learningThatOverflowsEndsAsDivergedWithTheLastSoundParameters(long seed) {
        Problem problem = new SimulatedLineage(seed, 60, 3, 0.6).problem;
        LineageField field = FieldPlan.whole(problem.lineage(), problem.traits());
        ObservedCells cells =
                ObservedCells.of(problem.observations(), 60, new ScoreScale(LrmfSettings.DEFAULT.margin()));
        FirstParameters first =
                FirstParameters.of(SharedDictionary.of(field), ColumnStart.of(cells, 3, LrmfSettings.DEFAULT));
        OneField one = new OneField(
                FieldStructure.whole(field.terms(), field.nodes(), field.nodes(), 3),
                cells,
                first.prior().effects(),
                () -> {});

        var learned = new ExpectationMaximisation<>(
                        new Overflowing(one),
                        new MStep(first.prior()),
                        LrmfSettings.DEFAULT,
                        new Convergence.Size(180, cells.size()))
                .from(first.parameters(), FitListener.SILENT);

        assertThat(learned.stopReason()).isEqualTo(StopReason.DIVERGED);
        assertThat(learned.posterior().parameters().toVector())
                .isEqualTo(first.parameters().toVector());
    }
}
