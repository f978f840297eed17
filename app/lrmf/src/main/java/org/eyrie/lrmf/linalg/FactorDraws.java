package org.eyrie.lrmf.linalg;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws of some nodes from a normal distribution whose precision A = L Lᵀ is known by its factor: x = L⁻ᵀ z for standard
 * normal z has the covariance A⁻¹. Solved backwards, a node depends on those only that were eliminated after it and are
 * joined to it, so that few nodes cost little however large the factor.
 *
 * <p>Where the factor has a boundary, draws of the boundary are given, and the free nodes follow them: the draws are of
 * the joint distribution.
 *
 * <p>{@value #WIDTH} draws are made at once, so that every block of the factor is read once for all of them: O(w (n' + b')
 * d²) time for the n' nodes and b' blocks that the wanted nodes depend on.
 */
public final class FactorDraws {

    /** Draws made at once. */
    public static final int WIDTH = 64;

    private final BlockCholesky factor;
    private final int d;
    /** Positions that matter, ascending. */
    private final int[] position;
    /** Place of every position among those that matter. */
    private final int[] place;

    private FactorDraws(BlockCholesky factor, int[] position, int[] place) {
        this.factor = factor;
        this.d = factor.d;
        this.position = position;
        this.place = place;
    }

    /** Of some nodes of a factor. */
    public static FactorDraws of(BlockCholesky factor, int[] nodes) {
        SymbolicCholesky s = factor.symbolic;
        boolean[] matters = new boolean[s.nodes];
        for (int node : nodes) {
            matters[s.position[node]] = true;
        }
        for (int c = 0; c < s.free; c++) {
            if (matters[c]) {
                for (int e = s.columnStart[c]; e < s.columnStart[c + 1]; e++) {
                    matters[s.row[e]] = true;
                }
            }
        }
        int[] position = IntStream.range(0, s.nodes).filter(p -> matters[p]).toArray();
        int[] place = new int[s.nodes];
        Arrays.fill(place, -1);
        for (int k = 0; k < position.length; k++) {
            place[position[k]] = k;
        }
        return new FactorDraws(factor, position, place);
    }

    /** The boundary's nodes whose draws must be given. */
    public int[] boundary() {
        return Arrays.stream(position)
                .filter(p -> p >= factor.symbolic.free)
                .map(p -> factor.symbolic.order[p])
                .toArray();
    }

    /** Length of the array that {@link #draw} fills. */
    public int length() {
        return position.length * d * WIDTH;
    }

    /**
     * Where a node's draws start in that array: its first number in every draw, then its second, to its d-th.
     *
     * @throws IllegalArgumentException if neither it nor what it depends on was wanted
     */
    public int offset(int node) {
        int found = place[factor.symbolic.position[node]];
        if (found < 0) {
            throw new IllegalArgumentException("Node " + node + " is not drawn");
        }
        return found * d * WIDTH;
    }

    /**
     * Draws, of mean zero.
     *
     * @param random a standard normal number for every free node that matters
     * @param values {@link #length} numbers; those of the boundary are given, the others become the draws
     */
    public void draw(SplittableRandom random, double[] values) {
        SymbolicCholesky s = factor.symbolic;
        for (int k = position.length - 1; k >= 0; k--) {
            int c = position[k];
            if (c >= s.free) {
                continue;
            }
            int own = k * d * WIDTH;
            for (int i = own; i < own + d * WIDTH; i++) {
                values[i] = random.nextGaussian();
            }
            for (int e = s.columnStart[c]; e < s.columnStart[c + 1]; e++) {
                subtractTransposedApplied(values, own, e, place[s.row[e]] * d * WIDTH);
            }
            solveTransposedLower(values, own, c);
        }
    }

    /** y -= Lᵀ x of an off-diagonal block of the factor. */
    private void subtractTransposedApplied(double[] values, int y, int entry, int x) {
        double[] block = factor.lower;
        for (int t = 0; t < d; t++) {
            for (int i = 0; i < d; i++) {
                subtract(values, y + i * WIDTH, block[(entry * d + t) * d + i], x + t * WIDTH);
            }
        }
    }

    private void solveTransposedLower(double[] values, int y, int c) {
        double[] block = factor.diagonal;
        for (int i = d - 1; i >= 0; i--) {
            for (int t = i + 1; t < d; t++) {
                subtract(values, y + i * WIDTH, block[(c * d + t) * d + i], y + t * WIDTH);
            }
            double pivot = block[(c * d + i) * d + i];
            for (int w = 0; w < WIDTH; w++) {
                values[y + i * WIDTH + w] /= pivot;
            }
        }
    }

    private static void subtract(double[] values, int y, double times, int x) {
        for (int w = 0; w < WIDTH; w++) {
            values[y + w] -= times * values[x + w];
        }
    }
}
