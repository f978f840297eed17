package org.eyrie.lrmf.trial.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class CorrelationTest {

    /** Two rows of equal length, of few distinct values, so that ties are common. */
    @Provide
    Arbitrary<double[][]> pairs() {
        return Arbitraries.integers().between(2, 40).flatMap(length -> Arbitraries.integers()
                .between(-8, 8)
                .map(value -> value / 4.0)
                .array(Double[].class)
                .ofSize(length)
                .map(row -> Arrays.stream(row).mapToDouble(Double::doubleValue).toArray())
                .array(double[][].class)
                .ofSize(2));
    }

    @Property
    void pearsonIgnoresUnitAndOrigin(
            @ForAll("pairs") double[][] p,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double unit,
            @ForAll @DoubleRange(min = -10, max = 10) double origin) {
        double[] moved = Arrays.stream(p[0]).map(x -> unit * (x + origin)).toArray();
        assertThat(Correlation.pearson(moved, p[1])).isCloseTo(Correlation.pearson(p[0], p[1]), within(1e-9));
    }

    @Property
    void spearmanIgnoresAnyIncreasingTransformation(@ForAll("pairs") double[][] p) {
        double[] bent = Arrays.stream(p[0]).map(x -> Math.exp(3 * x) - 7).toArray();
        assertThat(Correlation.spearman(bent, p[1])).isEqualTo(Correlation.spearman(p[0], p[1]));
    }

    @Property
    void aDecreasingTransformationTurnsTheSign(@ForAll("pairs") double[][] p) {
        double[] turned = Arrays.stream(p[0]).map(x -> -x).toArray();
        assertThat(Correlation.pearson(turned, p[1])).isCloseTo(-Correlation.pearson(p[0], p[1]), within(1e-12));
        assertThat(Correlation.spearman(turned, p[1])).isCloseTo(-Correlation.spearman(p[0], p[1]), within(1e-12));
    }

    @Property
    void bothAreSymmetricAndBetweenMinusOneAndOne(@ForAll("pairs") double[][] p) {
        assertThat(Correlation.pearson(p[0], p[1]))
                .isBetween(-1.0, 1.0)
                .isCloseTo(Correlation.pearson(p[1], p[0]), within(1e-12));
        assertThat(Correlation.spearman(p[0], p[1]))
                .isBetween(-1.0, 1.0)
                .isCloseTo(Correlation.spearman(p[1], p[0]), within(1e-12));
    }

    @Property
    void whatVariesCorrelatesFullyWithItself(@ForAll("pairs") double[][] p) {
        boolean varies = Arrays.stream(p[0]).distinct().count() > 1;
        assertThat(Correlation.pearson(p[0], p[0])).isCloseTo(varies ? 1 : 0, within(1e-12));
        assertThat(Correlation.spearman(p[0], p[0])).isCloseTo(varies ? 1 : 0, within(1e-12));
    }

    @Property
    void theOrderOfThePairsDoesNotMatter(@ForAll("pairs") double[][] p) {
        assertThat(Correlation.pearson(reversed(p[0]), reversed(p[1])))
                .isCloseTo(Correlation.pearson(p[0], p[1]), within(1e-12));
    }

    @Property
    void aConstantCorrelatesWithNothing(
            @ForAll("pairs") double[][] p, @ForAll @DoubleRange(min = -1e9, max = 1e9) double constant) {
        double[] same = new double[p[0].length];
        Arrays.fill(same, constant);
        assertThat(Correlation.pearson(same, p[0])).isZero();
        assertThat(Correlation.spearman(p[0], same)).isZero();
    }

    @Example
    void nothingAndASinglePairDoNotCorrelate() {
        assertThat(Correlation.pearson(new double[0], new double[0])).isZero();
        assertThat(Correlation.spearman(new double[] {1}, new double[] {2})).isZero();
    }

    @Example
    void theTextbookAgrees() {
        double[] a = {86, 97, 99, 100, 101, 103, 106, 110, 112, 113};
        double[] b = {2, 20, 28, 27, 50, 29, 7, 17, 6, 12};
        assertThat(Correlation.spearman(a, b)).isCloseTo(-29.0 / 165, within(1e-12));
        assertThat(Correlation.pearson(a, b)).isCloseTo(-0.0702163260, within(1e-9));
    }

    @Example
    void tiesShareTheMeanOfTheirPlaces() {
        assertThat(Ranks.of(new double[] {3, 1, 3, -0.0, 0.0, 3})).containsExactly(5, 3, 5, 1.5, 1.5, 5);
    }

    @Example
    void tinyAndHugeNumbersCorrelateLikeOthers() {
        double[] tiny = {1e-200, 2e-200, 4e-200};
        double[] huge = {1e200, 2e200, 4e200};
        assertThat(Correlation.pearson(tiny, huge)).isCloseTo(1, within(1e-12));
    }

    @Example
    void rowsOfDifferentLengthAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.pearson(new double[2], new double[3]))
                .withMessageContaining("2 and 3");
    }

    private static double[] reversed(double[] values) {
        double[] reversed = new double[values.length];
        Arrays.setAll(reversed, k -> values[values.length - 1 - k]);
        return reversed;
    }
}
