package org.eyrie.lrmf.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.eyrie.lrmf.field.FieldStructure;
import org.eyrie.lrmf.field.Strengths;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.LoadingPrior;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.parts.PartsHere;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.prior.FieldPlan;
import org.eyrie.lrmf.prior.LineageField;
import org.eyrie.lrmf.prior.SharedDictionary;
import org.eyrie.lrmf.prior.Timeline;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.SimulatedLineage;
import org.eyrie.lrmf.simulate.Subgraph;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyStatisticsTest {

    private static final int COLUMNS = 3;
    private static final ScoreScale SCALE = new ScoreScale(LrmfSettings.DEFAULT.margin());

    /** A problem as one field, and the same as families. */
    private static final class World {

        private final SharedParameters parameters;
        private final double[] effectPrecision;
        private final OneField one;
        private final PartByPart families;

        World(long seed, int d, int families) {
            Problem problem = new SimulatedLineage(seed, 120, COLUMNS, 0.6).problem;
            LineageField field = FieldPlan.whole(problem.lineage(), problem.traits(), Timeline.NONE);
            SharedDictionary dictionary = field.dictionary();
            Random random = new Random(seed);
            parameters = new SharedParameters(columns(random, d), LoadingPrior.NONE, strengths(random, dictionary, d));
            int effects = dictionary.effects().list().size();
            assertThat(effects).isPositive();
            effectPrecision = new double[effects * d * d];
            for (int k = 0; k < effects * d; k++) {
                effectPrecision[k * d + k % d] = 30;
            }
            ObservedCells cells =
                    ObservedCells.of(problem.observations(), problem.lineage().models(), SCALE);
            one = new OneField(
                    FieldStructure.whole(field.terms(), field.nodes(), field.nodes(), d),
                    cells,
                    effectPrecision,
                    Progress.NONE);
            List<FieldPart> parts = new ArrayList<>();
            for (List<Integer> members : grouped(problem, families, random)) {
                parts.add(FieldPart.of(Subgraph.of(problem, members), dictionary, SCALE, d));
            }
            this.families = new PartByPart(
                    new PartsHere<>(parts),
                    SharedField.withoutModels(
                            FieldPlan.shared(dictionary), dictionary.nodes().size()),
                    effectPrecision,
                    Progress.NONE);
        }

        private static List<List<Integer>> grouped(Problem problem, int groups, Random random) {
            List<List<Integer>> components = new ArrayList<>(Subgraph.components(problem));
            assertThat(components.size()).isGreaterThan(groups);
            Collections.shuffle(components, random);
            List<List<Integer>> result = new ArrayList<>();
            for (int k = 0; k < components.size(); k++) {
                if (k < groups) {
                    result.add(new ArrayList<>(components.get(k)));
                } else {
                    result.get(k % groups).addAll(components.get(k));
                }
            }
            return result;
        }

        private static ColumnParameters columns(Random random, int d) {
            boolean identity = d == COLUMNS;
            double[] loading = new double[COLUMNS * d];
            for (int k = 0; k < loading.length; k++) {
                double own = k / d == k % d ? 1 : 0;
                loading[k] = identity ? own : random.nextGaussian();
            }
            int n = d + 1;
            double[] spread = new double[identity ? 0 : COLUMNS * n * n];
            for (int k = 0; k < spread.length / n; k++) {
                spread[k * n + k % n] = 0.01 + 0.02 * random.nextDouble();
            }
            boolean[] own = new boolean[COLUMNS];
            Arrays.fill(own, identity);
            boolean[] leads = {true, true, identity || random.nextBoolean()};
            double[] one = {500, 500, 500};
            return new ColumnParameters(
                    COLUMNS,
                    d,
                    own,
                    leads,
                    loading,
                    random.doubles(COLUMNS, -1, 1).toArray(),
                    spread,
                    new double[] {.03, .02, .04},
                    new double[] {1, 1, 1},
                    one,
                    new double[] {.6, .5, .7},
                    new int[COLUMNS],
                    new int[0]);
        }

        private static Strengths strengths(Random random, SharedDictionary dictionary, int d) {
            double[][] covariance = new double[dictionary.classes().size()][d * d];
            double[][] pull = new double[covariance.length][];
            for (int k = 0; k < covariance.length; k++) {
                for (int i = 0; i < d; i++) {
                    covariance[k][i * d + i] = 0.05 + 0.1 * random.nextDouble();
                }
                pull[k] = random.doubles(2L * d, 0, 0.5).toArray();
            }
            return new Strengths(
                    d, covariance, pull, new double[dictionary.effects().list().size() * d]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void thoseOfTheWholeAreTheSumOfTheFamilies(int d) {
        World world = new World(4, d, 5);
        OneField.Whole whole = world.one.at(world.parameters, null).orElseThrow();
        PartByPart.Posteriors apart = world.families.at(world.parameters, null).orElseThrow();

        assertThat(apart.parameters().strengths().drift())
                .containsExactly(whole.parameters().strengths().drift(), within(1e-10));
        assertSame(world.families.statistics(apart), world.one.statistics(whole));
        assertThat(apart.logEvidence()).isCloseTo(whole.logEvidence(), within(1e-8));
    }

    @Test
    void orderAndGroupingDoNotMatter() {
        World world = new World(9, 3, 6);
        PartByPart.Posteriors apart = world.families.at(world.parameters, null).orElseThrow();
        List<FamilyStatistics> each = world.families.each(apart);
        FamilyStatistics expected = each.stream().reduce(FamilyStatistics::plus).orElseThrow();

        Random random = new Random(3);
        for (int round = 0; round < 20; round++) {
            List<FamilyStatistics> left = new ArrayList<>(each);
            while (left.size() > 1) {
                Collections.shuffle(left, random);
                left.add(left.remove(0).plus(left.remove(0)));
            }
            assertSame(left.get(0), expected);
        }
    }

    @Test
    void howFamiliesAreGroupedChangesNothing() {
        World few = new World(12, 3, 2);
        World many = new World(12, 3, 9);

        assertSame(
                many.families.statistics(many.families.at(many.parameters, null).orElseThrow()),
                few.families.statistics(few.families.at(few.parameters, null).orElseThrow()));
    }

    @Test
    void asBytesTheyAreTheSameToTheLastBit() {
        World world = new World(2, 2, 4);
        FamilyStatistics before =
                world.one.statistics(world.one.at(world.parameters, null).orElseThrow());

        FamilyStatistics after = FamilyStatistics.fromBytes(before.toBytes());

        assertThat(after.toBytes()).isEqualTo(before.toBytes());
        assertThat(after.logEvidence()).isEqualTo(before.logEvidence());
    }

    @Test
    void bytesThatAreCutAreRefused() {
        World world = new World(2, 2, 4);
        byte[] bytes = world.one
                .statistics(world.one.at(world.parameters, null).orElseThrow())
                .toBytes();

        assertThatThrownBy(() -> FamilyStatistics.fromBytes(Arrays.copyOf(bytes, bytes.length - 3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FamilyStatistics.fromBytes(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("left over");
    }

    @Test
    void thoseOfOtherColumnsDoNotAdd() {
        World two = new World(2, 2, 4);
        World three = new World(2, 3, 4);
        FamilyStatistics one =
                two.one.statistics(two.one.at(two.parameters, null).orElseThrow());
        FamilyStatistics other =
                three.one.statistics(three.one.at(three.parameters, null).orElseThrow());

        assertThatThrownBy(() -> one.plus(other)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertSame(FamilyStatistics actual, FamilyStatistics expected) {
        assertThat(actual.logEvidence()).isCloseTo(expected.logEvidence(), within(1e-8));
        for (int k = 0; k < expected.residuals().classes(); k++) {
            assertThat(actual.residuals().terms(k))
                    .isEqualTo(expected.residuals().terms(k));
            int parts = expected.residuals().pulls() + 1;
            for (int q = 0; q < parts; q++) {
                for (int p = 0; p < parts; p++) {
                    close(
                            actual.residuals().at(k, q, p, 0, 1),
                            expected.residuals().at(k, q, p, 0, 1));
                    close(
                            actual.residuals().at(k, q, p, 1, 1),
                            expected.residuals().at(k, q, p, 1, 1));
                }
            }
        }
        for (int i = 0; i < COLUMNS; i++) {
            assertThat(actual.columns().count(i)).isEqualTo(expected.columns().count(i));
            for (int r = 0; r < 3; r++) {
                close(actual.columns().cross(i, r), expected.columns().cross(i, r));
                close(actual.columns().gram(i, r, 1), expected.columns().gram(i, r, 1));
            }
        }
    }

    private static void close(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-10 * Math.max(1, Math.abs(expected))));
    }
}
