package org.eyrie.lrmf.trial.protocol;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eyrie.lrmf.math.Shuffle;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;

/**
 * Like a cold start, but a few scores of each held-out model are revealed, chosen at random for each model. With equal
 * seeds, what is revealed with a smaller number is also revealed with a larger one.
 *
 * @param revealed how many columns are revealed per model, at least 1
 * @param holdout how the models are chosen
 */
public record FewShotProtocol(int revealed, Holdout holdout) implements Protocol {

    public FewShotProtocol {
        if (revealed < 1) {
            throw new IllegalArgumentException("At least one column is revealed, not " + revealed);
        }
    }

    @Override
    public String name() {
        return "few-shot " + revealed;
    }

    @Override
    public List<Split> splits(Problem problem, long seed) {
        CellsByModel cells = new CellsByModel(problem.observations());
        BitSet pool = Pool.children(problem.lineage());
        for (int model = pool.nextSetBit(0); model >= 0; model = pool.nextSetBit(model + 1)) {
            pool.set(model, cells.columnsOf(model).length > revealed);
        }
        Requirement requirement = new Requirement(this);
        requirement.enough("models with known parents and more than " + revealed + " scores", pool.cardinality());
        return requirement.checked(holdout.choose(pool.stream().toArray(), seed).stream()
                .map(models -> Split.hiding(problem, heldOut(problem.observations(), cells, models, seed)))
                .toList());
    }

    private BitSet heldOut(Observations all, CellsByModel cells, int[] models, long seed) {
        BitSet heldOut = new BitSet(all.cells());
        for (int model : models) {
            // A generator per model: what is revealed of one must not depend on which others there are.
            int[] columns =
                    Shuffle.of(cells.columnsOf(model), new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (model + 1)));
            BitSet shown = Pool.of(Arrays.copyOf(columns, revealed));
            IntStream.of(cells.of(model))
                    .filter(c -> !shown.get(all.column()[c]))
                    .forEach(heldOut::set);
        }
        return heldOut;
    }
}
