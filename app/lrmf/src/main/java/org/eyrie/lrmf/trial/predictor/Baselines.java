package org.eyrie.lrmf.trial.predictor;

import java.util.List;
import org.eyrie.lrmf.trial.paper.PaperSettings;
import org.eyrie.lrmf.trial.protocol.Predictor;

/** The baselines that belong beside every figure. */
final class Baselines {

    private Baselines() {}

    /**
     * For whole benchmarks, plainest first.
     *
     * @param seed seed of those that are random
     */
    public static List<Predictor> ofBenchmarks(long seed) {
        return List.of(
                new GlobalMean(Scale.LOGIT),
                new ArchitectureSizeMean(Scale.LOGIT),
                new ParentMean(Scale.LOGIT),
                new PlainFactorisation(3, 200, seed, Scale.LOGIT),
                new BiasedFactorisation(2, seed),
                new PaperPredictor(paper(seed)));
    }

    private static PaperSettings paper(long seed) {
        PaperSettings usual = PaperSettings.DEFAULT;
        return new PaperSettings(
                usual.rank(), usual.kinship(), usual.ridge(), usual.tolerance(), usual.maxSweeps(), seed);
    }
}
