package org.eyrie.server.fit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.CancelledException;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.NoFamilyEvidenceException;
import org.eyrie.model.Prediction;
import org.eyrie.server.stores.Stores;

/** Fits everything that is in the database and keeps the fit and its predictions there. */
public final class Fitting {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

    /** How many predictions go to the store at a time: a few tenths of a second each, so that progress is seen. */
    private static final int BATCH = 5_000;

    private final Stores stores;
    private final Engine engine;
    private final Clock clock;

    public Fitting(Stores stores, Engine engine, Clock clock) {
        this.stores = stores;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * Fits.
     *
     * @throws NoFamilyEvidenceException if nothing was measured yet
     * @throws CancelledException if {@code progress} asks for it before anything is written; afterwards it is not asked
     */
    public Fit fit(FitSettings settings, Progress progress) {
        go(progress, "reading", 0, 0);
        long version = stores.facts().version();
        Neighbourhood graph = stores.lineage().everything();
        List<Evaluation> evaluations = stores.scores().all();
        if (evaluations.isEmpty()) {
            throw new NoFamilyEvidenceException(
                    "There is no score to learn from. Import some, for instance with: eyrie import leaderboard --scores FILE");
        }
        Dictionary dictionary = Dictionary.of(graph.models(), evaluations);
        Numbering numbering = new Numbering(dictionary, graph, evaluations);
        Engine.Learned learned = engine.learn(numbering.problem(), settings, progress);
        Instant now = clock.instant();
        Fit fit = new Fit(
                new FitId(STAMP.format(now)),
                now,
                learned.settings(),
                settings.seed(),
                Fingerprint.of(graph, evaluations),
                version,
                learned.logLikelihood(),
                learned.stopReason(),
                new FitContents(dictionary, Baselines.of(graph.models(), evaluations), learned.shared()).pack());
        go(progress, "solving", 0, 0);
        Solution solution = engine.solve(learned.shared(), numbering.problem());
        stores.fits().save(fit);
        keep(predictions(numbering, solution, fit.id()), progress);
        return fit;
    }

    private static List<Prediction> predictions(Numbering numbering, Solution solution, FitId fit) {
        List<Prediction> predictions = new ArrayList<>();
        for (int row = 0; row < numbering.models().size(); row++) {
            ModelId model = numbering.models().get(row).id();
            for (int column = 0; column < numbering.benchmarks().size(); column++) {
                BenchmarkId benchmark = numbering.benchmarks().get(column);
                Solution.Estimate cell = solution.estimate(row, column);
                predictions.add(
                        new Prediction(model, benchmark, cell.mean(), cell.lower(), cell.upper(), cell.level(), fit));
            }
        }
        return predictions;
    }

    private void keep(List<Prediction> predictions, Progress progress) {
        for (int from = 0; from < predictions.size(); from += BATCH) {
            progress.at("writing predictions", from, predictions.size());
            stores.fits().savePredictions(predictions.subList(from, Math.min(from + BATCH, predictions.size())));
        }
        progress.at("writing predictions", predictions.size(), predictions.size());
    }

    private static void go(Progress progress, String phase, long done, long total) {
        if (!progress.at(phase, done, total)) {
            throw new CancelledException("The fit was cancelled while " + phase + ".");
        }
    }
}
