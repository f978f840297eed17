package org.eyrie.lrmf.prior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.junit.jupiter.api.Test;

class FieldPlanTest {

    @Test
    void everyNodeHasOneTermOfItsOwn() {
        LineageField field = FieldPlan.whole(line(), traits(3), Timeline.NONE);

        assertThat(field.terms().count()).isEqualTo(field.nodes());
    }

    @Test
    void aFamilyOfAFitLeavesTheSharedNodesTheirTerms() {
        LineageField whole = FieldPlan.whole(line(), traits(3), Timeline.NONE);
        LineageField family = FieldPlan.family(line(), traits(3), whole.dictionary());

        assertThat(family.terms().count()).isEqualTo(family.inner());
        assertThat(whole.shared()).containsAll(family.shared());
    }

    @Test
    void effectsOfOneFamilyAreItsOwnAndThoseOfTwoAreShared() {
        LineageGraph apart = new LineageGraph(2, 1, new int[0], new int[0], new int[0], new double[0]);
        ModelTraits sameAuthor = traits(2);

        assertThat(FieldPlan.whole(apart, sameAuthor, Timeline.NONE).shared())
                .anyMatch(key -> key.kind() == NodeKind.AUTHOR);
        assertThat(FieldPlan.whole(line(), traits(3), Timeline.NONE).shared())
                .noneMatch(key -> key.kind() == NodeKind.AUTHOR);
    }

    @Test
    void whatALineOfNamesAddsIsAddedOnceAndInheritedFromThen() {
        // a founder of the line, its child in it, and a merge of that child with a stranger
        LineageField field = FieldPlan.whole(mergeOfAMerge(), named(new int[4][0]), Timeline.NONE);
        int line = lastNode(field, 0);

        assertThat(coefficient(field, 0, line)).isEqualTo(-1);
        assertThat(coefficient(field, 1, line)).isZero();
        assertThat(coefficient(field, 2, line)).isEqualTo(-0.25);
    }

    @Test
    void soIsWhatAWordOfTheNameAdds() {
        int[][] inherited = {{3}, {3}, {3}, {3}};
        assertThat(effects(inherited)).noneMatch(FixedEffect::derived).isNotEmpty();
        int[][] newInTheMerge = {{}, {}, {3}, {}};
        assertThat(effects(newInTheMerge)).anyMatch(FixedEffect::derived);
        int[][] fromOneOfTwo = {{}, {}, {3}, {3}};
        assertThat(effects(fromOneOfTwo)).anyMatch(FixedEffect::derived);
    }

    private static List<FixedEffect> effects(int[][] words) {
        return FieldPlan.whole(mergeOfAMerge(), named(words), Timeline.NONE).dictionary().effects().list().stream()
                .filter(effect -> effect.kind() == FixedEffect.Kind.WORD)
                .toList();
    }

    private static LineageGraph mergeOfAMerge() {
        return new LineageGraph(
                4, 1, new int[] {1, 2, 2}, new int[] {0, 1, 3}, new int[3], new double[] {1, 0.75, 0.25});
    }

    /** Three of one author and line of names, and a stranger. */
    private static ModelTraits named(int[][] words) {
        ModelTraits plain = traits(4);
        return new ModelTraits(
                plain.architecture(),
                plain.type(),
                new int[] {0, 0, 0, 1},
                plain.precision(),
                plain.chatTemplate(),
                plain.moe(),
                plain.parametersBillions(),
                plain.uploadedDay(),
                new int[] {6, 6, 6, 7},
                new int[] {-1, -1, -1, -1},
                words);
    }

    /** The node of a founder's effects, which its term names last. */
    private static int lastNode(LineageField field, int term) {
        return field.terms().node(field.terms().start(term + 1) - 1);
    }

    private static double coefficient(LineageField field, int term, int node) {
        double sum = 0;
        for (int entry = field.terms().start(term); entry < field.terms().start(term + 1); entry++) {
            sum += field.terms().node(entry) == node ? field.terms().base(entry) : 0;
        }
        return sum;
    }

    @Test
    void aStubTakesArchitectureAndSizeFromItsChildren() {
        ModelTraits traits = traits(3);
        traits.architecture()[0] = -1;
        traits.parametersBillions()[0] = Double.NaN;

        Kin kin = Kin.of(traits, Parentage.of(line()));

        assertThat(kin.architecture[0]).isEqualTo(5);
        assertThat(kin.size[0]).isEqualTo(70);
    }

    @Test
    void sizesAreRoundedToBillionsAndSmallOnesToTenths() {
        assertThat(Kin.sizeCode(7.242)).isEqualTo(70);
        assertThat(Kin.sizeCode(1.54)).isEqualTo(15);
        assertThat(Kin.sizeCode(0.01)).isEqualTo(1);
        assertThat(Kin.sizeCode(0)).isEqualTo(-1);
        assertThat(Kin.sizeCode(Double.NaN)).isEqualTo(-1);
    }

    @Test
    void sharesOfParentsAddUpToOneAndUnknownOnesAreEqual() {
        LineageGraph merge =
                new LineageGraph(3, 1, new int[] {2, 2}, new int[] {0, 1}, new int[2], new double[] {0.6, 0.2});
        LineageGraph unknown =
                new LineageGraph(3, 1, new int[] {2, 2}, new int[] {0, 1}, new int[2], new double[] {0.6, Double.NaN});

        assertThat(Parentage.of(merge).share(2, 0)).isEqualTo(0.6 / 0.8);
        assertThat(Parentage.of(unknown).share(2, 1)).isEqualTo(0.5);
    }

    @Test
    void aRareClassFindsTheNearestOfItsRelation() {
        TermClasses classes =
                FamilyCensus.of(line(), traits(3)).dictionary(Timeline.NONE).classes();

        assertThat(classes.list()
                        .get(classes.indexOf(new TermClass(TermKind.DERIVED, 0, 4)))
                        .kind())
                .isEqualTo(TermKind.DERIVED);
    }

    private static LineageGraph line() {
        double[] weight = {Double.NaN, Double.NaN};
        return new LineageGraph(3, 1, new int[] {1, 2}, new int[] {0, 1}, new int[2], weight);
    }

    private static ModelTraits traits(int n) {
        int[] zero = new int[n];
        int[] architecture = new int[n];
        Arrays.fill(architecture, 5);
        double[] size = new double[n];
        Arrays.fill(size, 7.2);
        return new ModelTraits(architecture, zero, zero, zero, zero, zero, size, new double[n]);
    }
}
