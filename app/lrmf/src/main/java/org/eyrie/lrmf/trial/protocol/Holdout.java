package org.eyrie.lrmf.trial.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.lrmf.math.Shuffle;

/** How models are chosen to be held out. */
public sealed interface Holdout {

    /** Five rounds, each model held out in one of them. */
    Holdout FIVE_FOLD = new Folds(5);

    /** Models held out in each round, without repetition. */
    List<int[]> choose(int[] models, long seed);

    /**
     * Cross-validation: every model is held out once.
     *
     * @param folds number of rounds, at least 2
     */
    record Folds(int folds) implements Holdout {

        public Folds {
            if (folds < 2) {
                throw new IllegalArgumentException("Cross-validation needs at least two folds, not " + folds);
            }
        }

        @Override
        public List<int[]> choose(int[] models, long seed) {
            int[] shuffled = Shuffle.of(models, seed);
            return IntStream.range(0, Math.min(folds, models.length))
                    .mapToObj(fold -> IntStream.range(0, shuffled.length)
                            .filter(k -> k % folds == fold)
                            .map(k -> shuffled[k])
                            .toArray())
                    .toList();
        }
    }

    /**
     * One round with a random part of the models.
     *
     * @param share how large a part, between 0 and 1
     */
    record Share(double share) implements Holdout {

        public Share {
            if (!(share > 0 && share < 1)) {
                throw new IllegalArgumentException("A share to hold out must be between 0 and 1: " + share);
            }
        }

        @Override
        public List<int[]> choose(int[] models, long seed) {
            return List.of(Arrays.copyOf(Shuffle.of(models, seed), (int) Math.round(share * models.length)));
        }
    }
}
