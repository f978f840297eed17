package org.eyrie.lrmf.trial.predictor;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.protocol.Estimates;
import org.eyrie.lrmf.trial.protocol.Fitted;
import org.eyrie.lrmf.trial.protocol.Split;
import org.eyrie.task.Progress;

/**
 * Errors of a factorisation in logits, apart for models with and without parents, by how many cells were seen: those that it
 * makes when scores of a third of the models are hidden, in three rounds. So it is fitted four times.
 */
final class HiddenErrors {

    private static final int ROUNDS = 3;

    /** A way to factorise. */
    @FunctionalInterface
    interface Method {

        /** Of what may be known; hears how far it is. */
        LogitTable factorise(Problem training, Progress progress);
    }

    private final Scale scale = Scale.LOGIT;
    private final BitSet children = new BitSet();
    private final int[] seen;
    private final ErrorsBySeen ofChildren;
    private final ErrorsBySeen ofFounders;

    /** What predicts by a factorisation of everything, with intervals from these errors. */
    static Fitted fitted(Problem training, long seed, Method method, Progress progress) {
        HiddenErrors errors = new HiddenErrors(training);
        HiddenScores hidden = new HiddenScores(training, ROUNDS, new SplittableRandom(seed));
        double fits = ROUNDS + 1;
        for (int round = 0; round < ROUNDS; round++) {
            progress.check();
            Split split = Split.hiding(training, hidden.cells(round));
            Progress part = progress.part("errors " + (round + 1) + " of " + ROUNDS, round / fits, (round + 1) / fits);
            errors.add(split, method.factorise(split.training(), part));
        }
        errors.sort();
        return errors.fitted(method.factorise(training, progress.part("factors", ROUNDS / fits, 1)));
    }

    private HiddenErrors(Problem training) {
        Arrays.stream(training.lineage().child()).forEach(children::set);
        seen = seen(training);
        int columns = training.observations().columns();
        int most = Arrays.stream(seen).max().orElse(0);
        ofChildren = new ErrorsBySeen(columns, most);
        ofFounders = new ErrorsBySeen(columns, most);
    }

    private static int[] seen(Problem problem) {
        int[] seen = new int[problem.lineage().models()];
        for (int model : problem.observations().model()) {
            seen[model]++;
        }
        return seen;
    }

    /** Takes note of the errors of factors that were fitted to a split's training problem. */
    private void add(Split split, LogitTable factors) {
        int[] shown = seen(split.training());
        Observations hidden = split.heldOut();
        for (int c = 0; c < hidden.cells(); c++) {
            int model = hidden.model()[c];
            int column = hidden.column()[c];
            errorsOf(model).add(shown[model], column, scale.of(hidden.score()[c]) - factors.logit(model, column));
        }
    }

    /** To be called once, when all errors are known. */
    private void sort() {
        ofChildren.sort();
        ofFounders.sort();
    }

    private ErrorsBySeen errorsOf(int model) {
        return children.get(model) ? ofChildren : ofFounders;
    }

    /** Predictions of factors that were fitted to everything. */
    private Fitted fitted(LogitTable factors) {
        return (model, column, level) -> {
            double[] mean = new double[model.length];
            double[] lower = new double[model.length];
            double[] upper = new double[model.length];
            for (int c = 0; c < model.length; c++) {
                Residuals errors = errorsOf(model[c]).of(seen[model[c]]);
                double logit = factors.logit(model[c], column[c]);
                mean[c] = scale.toScore(logit);
                lower[c] = scale.toScore(logit + errors.lower(column[c], level));
                upper[c] = scale.toScore(logit + errors.upper(column[c], level));
            }
            return new Estimates(mean, lower, upper);
        };
    }
}
