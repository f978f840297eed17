package org.eyrie.boosting;

import java.util.List;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.protocol.Fitted;
import org.eyrie.lrmf.trial.protocol.Predictor;
import org.eyrie.model.Model;
import org.eyrie.task.Progress;

/**
 * Gradient boosting on means of relatives, of models with traits in common and of near names, a model's own scores left
 * out, and on its traits, the words of its name and its other scores.
 */
public final class BoostingPredictor implements Predictor {

    private final NamesAndLicences names;
    private final long seed;

    private BoostingPredictor(NamesAndLicences names, long seed) {
        this.names = names;
        this.seed = seed;
    }

    /**
     * Boosting on these models.
     *
     * @param models row by row, as problems number them
     * @param seed equal seeds give equal trees
     * @throws IllegalStateException if the native library does not load; see {@link #check}
     */
    public static BoostingPredictor of(List<Model> models, long seed) {
        check();
        return new BoostingPredictor(NamesAndLicences.of(models), seed);
    }

    /**
     * Looks whether the native library that learns the trees is there.
     *
     * @throws IllegalStateException if not; the message says why and what to do
     */
    public static void check() {
        NativeLibrary.load();
    }

    @Override
    public String name() {
        return "boosting";
    }

    @Override
    public Fitted fit(Problem training, Progress progress) {
        progress.check();
        return new BoostedFit(training, names, seed, progress);
    }
}
