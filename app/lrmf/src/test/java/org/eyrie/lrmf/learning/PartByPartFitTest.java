package org.eyrie.lrmf.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.field.FieldStructure;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.parts.PartsHere;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.prior.FamilyCensus;
import org.eyrie.lrmf.prior.FieldPlan;
import org.eyrie.lrmf.prior.LineageField;
import org.eyrie.lrmf.prior.SharedDictionary;
import org.eyrie.lrmf.prior.Timeline;
import org.eyrie.lrmf.problem.ColumnKin;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.SimulatedLineage;
import org.eyrie.lrmf.simulate.Subgraph;
import org.eyrie.lrmf.statistics.CellMoments;
import org.eyrie.lrmf.statistics.Expectation;
import org.eyrie.lrmf.statistics.FamilyStatistics;
import org.eyrie.lrmf.statistics.FieldInPieces;
import org.eyrie.lrmf.statistics.FieldPart;
import org.eyrie.lrmf.statistics.MStep;
import org.eyrie.lrmf.statistics.OneField;
import org.eyrie.lrmf.statistics.PartByPart;
import org.eyrie.lrmf.statistics.PartPlan;
import org.eyrie.lrmf.statistics.SharedField;
import org.eyrie.lrmf.statistics.SharedParameters;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartByPartFitTest {

    /** Columns and the rank: as many numbers as columns, or fewer. */
    @ParameterizedTest
    @CsvSource({"31, 3, 8", "32, 5, 3"})
    void aFitMadeBySummingFamiliesOneByOneEqualsThatOfOneField(long seed, int columns, int rank) {
        Problem problem = new SimulatedLineage(seed, 150, columns, 0.6).problem;
        LrmfSettings settings = new LrmfSettings(rank, LrmfSettings.DEFAULT.margin(), 60, 1e-4, 1);
        List<Problem> families = Subgraph.components(problem).stream()
                .map(members -> Subgraph.of(problem, members))
                .toList();
        assertThat(families.size()).isGreaterThan(5);

        assertSameFit(familyByFamily(families, settings), asOneField(problem, settings));
    }

    @ParameterizedTest
    @CsvSource({"34, 3, 8, 7", "35, 5, 3, 2"})
    void aFitMadeInPiecesOfTheEliminationTreeEqualsThatOfOneField(long seed, int columns, int rank, int pieces) {
        Problem problem = new SimulatedLineage(seed, 400, columns, 0.6).problem;
        LrmfSettings settings = new LrmfSettings(rank, LrmfSettings.DEFAULT.margin(), 60, 1e-4, 1);

        assertSameFit(inPieces(problem, settings, pieces), asOneField(problem, settings));
    }

    private static <S extends Expectation.Posterior> void assertSameFit(
            ExpectationMaximisation.Learned<S> summed, ExpectationMaximisation.Learned<OneField.Whole> whole) {
        assertThat(summed.stopReason()).isEqualTo(whole.stopReason());
        assertThat(summed.trace()).hasSameSizeAs(whole.trace());
        for (int k = 0; k < whole.trace().size(); k++) {
            assertThat(summed.trace().get(k))
                    .isCloseTo(
                            whole.trace().get(k),
                            within(1e-8 * Math.abs(whole.trace().get(k))));
        }
        SharedParameters expected = whole.posterior().parameters();
        SharedParameters actual = summed.posterior().parameters();
        assertThat(actual.toVector()).containsExactly(expected.toVector(), within(1e-8));
        assertThat(actual.strengths().drift())
                .containsExactly(expected.strengths().drift(), within(1e-8));
    }

    /** From sums over parts alone. */
    private static ColumnStart start(List<ObservedCells> parts, int columns, LrmfSettings settings) {
        int[] counts = new int[columns];
        for (ObservedCells part : parts) {
            int[] own = CellMoments.counts(part, columns);
            for (int i = 0; i < columns; i++) {
                counts[i] += own[i];
            }
        }
        ColumnPlan plan = ColumnPlan.of(counts, settings.maxRank());
        CellMoments moments = parts.stream()
                .map(part -> CellMoments.of(part, columns, plan.pilots()))
                .reduce(CellMoments::plus)
                .orElseThrow();
        return ColumnStart.of(moments, plan, ColumnKin.NONE);
    }

    /** What all ways of fitting begin with. */
    private record Given(ObservedCells cells, FieldStructure structure, FirstParameters first, Convergence.Size size) {

        static Given of(Problem problem, LrmfSettings settings) {
            LineageField field = FieldPlan.whole(problem.lineage(), problem.traits(), Timeline.NONE);
            int columns = problem.observations().columns();
            ObservedCells cells = ObservedCells.of(
                    problem.observations(), problem.lineage().models(), new ScoreScale(settings.margin()));
            ColumnStart start = start(List.of(cells), columns, settings);
            return new Given(
                    cells,
                    FieldStructure.whole(
                            field.terms(),
                            field.nodes(),
                            field.nodes(),
                            start.columns().d()),
                    FirstParameters.of(field.dictionary(), start),
                    new Convergence.Size((long) cells.models() * columns, cells.size()));
        }

        <S extends Expectation.Posterior> ExpectationMaximisation.Learned<S> learned(
                Expectation<S> expectation, LrmfSettings settings) {
            return new ExpectationMaximisation<>(expectation, new MStep(first.prior()), settings, size)
                    .from(first.parameters(), Progress.NONE);
        }
    }

    private static ExpectationMaximisation.Learned<OneField.Whole> asOneField(Problem problem, LrmfSettings settings) {
        Given given = Given.of(problem, settings);
        double[] effects = given.first.prior().effects();
        return given.learned(new OneField(given.structure, given.cells, effects, Progress.NONE), settings);
    }

    private static ExpectationMaximisation.Learned<PartByPart.Posteriors> inPieces(
            Problem problem, LrmfSettings settings, int pieces) {
        Given given = Given.of(problem, settings);
        FieldInPieces plan = FieldInPieces.of(given.structure, given.cells, pieces);
        assertThat(plan.plans()).hasSizeGreaterThan(2);
        PartsHere<FieldPart> parts =
                new PartsHere<>(plan.plans().stream().map(PartPlan::analysed).toList());
        return given.learned(
                new PartByPart(parts, plan.shared(), given.first.prior().effects(), Progress.NONE), settings);
    }

    /** Nothing here looks at more than one family at a time, but for sums of what they said. */
    private static ExpectationMaximisation.Learned<PartByPart.Posteriors> familyByFamily(
            List<Problem> problems, LrmfSettings settings) {
        int columns = problems.get(0).observations().columns();
        ScoreScale scale = new ScoreScale(settings.margin());
        SharedDictionary dictionary = problems.stream()
                .map(family -> FamilyCensus.of(family.lineage(), family.traits()))
                .reduce(FamilyCensus::plus)
                .orElseThrow()
                .dictionary(Timeline.NONE);
        List<ObservedCells> cells = problems.stream()
                .map(family ->
                        ObservedCells.of(family.observations(), family.lineage().models(), scale))
                .toList();
        ColumnStart start = start(cells, columns, settings);
        int d = start.columns().d();
        List<FieldPart> families = problems.stream()
                .map(family -> FieldPart.of(family, dictionary, scale, d))
                .toList();
        FirstParameters first = FirstParameters.of(dictionary, start);
        PartByPart apart = new PartByPart(
                new PartsHere<>(families),
                SharedField.withoutModels(
                        FieldPlan.shared(dictionary), dictionary.nodes().size()),
                first.prior().effects(),
                Progress.NONE);
        Convergence.Size size = new Convergence.Size(
                families.stream()
                        .mapToLong(family -> (long) family.cells().models() * columns)
                        .sum(),
                families.stream().mapToInt(family -> family.cells().size()).sum());
        return new ExpectationMaximisation<>(apart, new MStep(first.prior()), settings, size)
                .from(first.parameters(), Progress.NONE);
    }

    /** Has a posterior under the first parameters and overflows under any others. */
    private static final class Overflowing implements Expectation<OneField.Whole> {

        private final OneField sound;

        private Overflowing(OneField sound) {
            this.sound = sound;
        }

        @Override
        public Optional<OneField.Whole> at(SharedParameters parameters, OneField.@Nullable Whole before) {
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
        LineageField field = FieldPlan.whole(problem.lineage(), problem.traits(), Timeline.NONE);
        ObservedCells cells =
                ObservedCells.of(problem.observations(), 60, new ScoreScale(LrmfSettings.DEFAULT.margin()));
        FirstParameters first = FirstParameters.of(field.dictionary(), start(List.of(cells), 3, LrmfSettings.DEFAULT));
        OneField one = new OneField(
                FieldStructure.whole(field.terms(), field.nodes(), field.nodes(), 3),
                cells,
                first.prior().effects(),
                Progress.NONE);

        var learned = new ExpectationMaximisation<>(
                        new Overflowing(one),
                        new MStep(first.prior()),
                        LrmfSettings.DEFAULT,
                        new Convergence.Size(180, cells.size()))
                .from(first.parameters(), Progress.NONE);

        assertThat(learned.stopReason()).isEqualTo(StopReason.DIVERGED);
        assertThat(learned.posterior().parameters().toVector())
                .isEqualTo(first.parameters().toVector());
    }
}
