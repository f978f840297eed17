package org.eyrie.lrmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TreePiecesTest {

    /** A tree with some more pairs, as lineages are. */
    private static int[][] pairs(int nodes, int more, SplittableRandom random) {
        int[][] pairs = new int[nodes - 1 + more][];
        for (int k = 0; k < pairs.length; k++) {
            int child = k < nodes - 1 ? k + 1 : 1 + random.nextInt(nodes - 1);
            pairs[k] = new int[] {child, random.nextInt(child)};
        }
        return pairs;
    }

    private static SymbolicCholesky symbolic(int nodes, int[][] pairs) {
        BlockPattern.Builder pattern = new BlockPattern.Builder(nodes);
        for (int[] pair : pairs) {
            pattern.join(pair[0], pair[1]);
        }
        return SymbolicCholesky.of(pattern.build());
    }

    @Property(tries = 100)
    void nodesThatAreJoinedAreInOnePieceUnlessOneIsInTheBorder(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 300) int nodes,
            @ForAll @IntRange(max = 40) int more,
            @ForAll @IntRange(min = 1, max = 20) int wanted) {
        int[][] pairs = pairs(nodes, more, new SplittableRandom(seed));
        TreePieces pieces = TreePieces.of(symbolic(nodes, pairs), wanted);

        assertThat(pieces.count()).isBetween(0, wanted);
        boolean[] used = new boolean[pieces.count()];
        for (int v = 0; v < nodes; v++) {
            if (pieces.pieceOf(v) != TreePieces.BORDER) {
                used[pieces.pieceOf(v)] = true;
            }
        }
        assertThat(used).doesNotContain(false);
        for (int[] pair : pairs) {
            int one = pieces.pieceOf(pair[0]);
            int other = pieces.pieceOf(pair[1]);
            assertThat(one == other || one == TreePieces.BORDER || other == TreePieces.BORDER)
                    .as("%d in %d, %d in %d", pair[0], one, pair[1], other)
                    .isTrue();
        }
    }

    @Test
    void ofAStarTheMiddleIsTheBorderAndTheRestIsSharedOutEvenly() {
        int[][] pairs = new int[400][];
        for (int k = 0; k < pairs.length; k++) {
            pairs[k] = new int[] {k + 1, 0};
        }
        TreePieces pieces = TreePieces.of(symbolic(401, pairs), 4);

        assertThat(pieces.count()).isEqualTo(4);
        int[] size = new int[4];
        for (int v = 0; v <= 400; v++) {
            if (pieces.pieceOf(v) != TreePieces.BORDER) {
                size[pieces.pieceOf(v)]++;
            }
        }
        for (int own : size) {
            assertThat(own).isBetween(75, 125);
        }
        assertThat(pieces.borderShare()).isBetween(0.0, 0.1);
    }

    @Test
    void aTreeThatNeedsABoundaryAndNoPieceAtAllAreRefused() {
        SymbolicCholesky whole = symbolic(3, new int[][] {{1, 0}, {2, 1}});
        assertThatThrownBy(() -> TreePieces.of(whole, 0)).isInstanceOf(IllegalArgumentException.class);
        BlockPattern pattern = new BlockPattern.Builder(3).join(0, 1).build();
        SymbolicCholesky bounded = SymbolicCholesky.of(pattern, 2, 2);
        assertThatThrownBy(() -> TreePieces.of(bounded, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
