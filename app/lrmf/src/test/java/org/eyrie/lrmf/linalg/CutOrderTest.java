package org.eyrie.lrmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CutOrderTest {

    /** A group per node: itself and some earlier ones, loose to different degrees. */
    private static LooseGroups random(long seed, int nodes, int most) {
        Random random = new Random(seed);
        List<Integer> member = new ArrayList<>();
        List<Integer> looseness = new ArrayList<>();
        int[] start = new int[nodes + 1];
        for (int u = 0; u < nodes; u++) {
            int self = u;
            member.add(u);
            looseness.add(0);
            random.ints(u == 0 ? 0 : random.nextInt(most + 1), 0, Math.max(1, u))
                    .distinct()
                    .filter(other -> other != self)
                    .forEach(other -> {
                        member.add(other);
                        looseness.add(random.nextInt(4));
                    });
            start[u + 1] = member.size();
        }
        return new LooseGroups(start, ints(member), ints(looseness));
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(k -> k).toArray();
    }

    /** The factor of what is left, without the copies that stand in for what was taken out. */
    private static SymbolicCholesky factor(LooseGroups groups, int nodes, CutOrder cut) {
        BlockPattern.Builder left = new BlockPattern.Builder(nodes);
        for (int g = 0; g < groups.count(); g++) {
            for (int a = groups.start()[g]; a < groups.start()[g + 1]; a++) {
                for (int b = groups.start()[g]; b < a; b++) {
                    if (!cut.dropped()[a] && !cut.dropped()[b]) {
                        left.join(groups.node()[a], groups.node()[b]);
                    }
                }
            }
        }
        return SymbolicCholesky.ordered(left.build(), cut.order(), nodes, Bound.NONE)
                .orElseThrow();
    }

    @Property(tries = 60)
    void everyNodeIsEliminatedOnceAndNoGroupLosesItsFirst(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 80) int nodes,
            @ForAll @IntRange(max = 300) int products) {
        LooseGroups groups = random(seed, nodes, 4);

        CutOrder cut = CutOrder.of(groups, nodes, nodes, true, new Bound(Long.MAX_VALUE, products));

        assertThat(Arrays.stream(cut.order()).sorted().toArray())
                .isEqualTo(IntStream.range(0, nodes).toArray());
        for (int g = 0; g < groups.count(); g++) {
            assertThat(cut.dropped()[groups.start()[g]]).isFalse();
        }
    }

    @Property(tries = 40)
    void nodesThatComeLastDoSoAndABoundaryStaysInItsOrder(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int nodes, @ForAll boolean all) {
        int inner = nodes - nodes / 3;

        int[] order = CutOrder.of(random(seed, nodes, 4), nodes, inner, all, new Bound(Long.MAX_VALUE, 20))
                .order();

        assertThat(Arrays.stream(order, 0, inner)).allMatch(node -> node < inner);
        if (!all) {
            assertThat(Arrays.copyOfRange(order, inner, nodes))
                    .isEqualTo(IntStream.range(inner, nodes).toArray());
        }
    }

    @Property(tries = 40)
    void whereTheBoundIsNotPassedNothingIsTakenOut(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int nodes) {
        assertThat(CutOrder.of(random(seed, nodes, 3), nodes, nodes, true, Bound.NONE)
                        .count())
                .isZero();
    }

    @Test
    void aTangleComesToWhatWasPlannedAndLosesLessThanEverything() {
        int nodes = 3_000;
        LooseGroups groups = random(5, nodes, 4);
        Bound bound = new Bound(100_000, 1_000_000);
        assertThat(SymbolicCholesky.within(groups.pattern(nodes), nodes, nodes, bound))
                .isEmpty();

        CutOrder cut = CutOrder.of(groups, nodes, nodes, true, bound);

        SymbolicCholesky factor = factor(groups, nodes, cut);
        assertThat(factor.products()).isLessThan(bound.products()).isGreaterThan(bound.products() / 4);
        assertThat((long) factor.blocks()).isLessThan(bound.blocks());
        assertThat(cut.count()).isBetween(1, groups.node().length / 3);
    }
}
