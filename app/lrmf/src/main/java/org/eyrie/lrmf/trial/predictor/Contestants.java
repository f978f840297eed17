package org.eyrie.lrmf.trial.predictor;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.trial.protocol.Predictor;

/** Who takes part in an experiment. */
public final class Contestants {

    private Contestants() {}

    /**
     * All that predict scores of whole benchmarks: every baseline, plainest first, then ours.
     *
     * @param settings of our fit; its seed serves the baselines as well
     */
    public static List<Predictor> ofBenchmarks(LrmfSettings settings) {
        List<Predictor> all = new ArrayList<>(Baselines.ofBenchmarks(settings.seed()));
        all.add(new LrmfPredictor(settings));
        return List.copyOf(all);
    }

    /** Those beside whom we choose models to evaluate: what people go by. */
    public static List<Predictor> ofScreening() {
        return List.of(new ArchitectureSizeMean(Scale.LOGIT), new ParentMean(Scale.LOGIT));
    }

    /**
     * Those beside whom plans are judged: the parents' mean, and ours when it knows the model itself.
     *
     * @param settings of our fit
     */
    public static List<Predictor> ofPlans(LrmfSettings settings) {
        return List.of(new ParentMean(Scale.LOGIT), new LrmfPredictor(settings));
    }
}
