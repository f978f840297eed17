package org.eyrie.server.fit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.fit.CellPrediction;
import org.eyrie.lrmf.fit.FamilyPosterior;
import org.eyrie.lrmf.fit.FitResult;
import org.eyrie.lrmf.fit.LeaveOut;
import org.eyrie.lrmf.fit.LrmfFit;
import org.eyrie.lrmf.fit.LrmfSettings;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.CancelledException;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;
import org.eyrie.model.Model;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.NoFamilyEvidenceException;
import org.eyrie.model.Payload;
import org.eyrie.model.Prediction;
import org.eyrie.server.evidence.Baselines;
import org.eyrie.server.evidence.Breadth;
import org.eyrie.server.evidence.Surroundings;
import org.eyrie.server.json.Json;
import org.eyrie.server.stores.Stores;
import org.jspecify.annotations.Nullable;

/** Fits everything that is in the database and keeps the fit and its predictions there. */
public final class Fitting {

    /** Share of truths that intervals contain. */
    public static final double LEVEL = 0.9;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

    /** How many predictions go to the store at a time: a few tenths of a second each, so that progress is seen. */
    private static final int BATCH = 5_000;

    /** How many fits stay in the store; each takes some megabytes. */
    private static final int KEPT = 10;

    private final Stores stores;
    private final Clock clock;

    public Fitting(Stores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * Fits.
     *
     * @throws NoFamilyEvidenceException if nothing was measured yet
     * @throws CancelledException if {@code progress} asks for it before anything is written; afterwards it is not asked
     */
    public Fit fit(FitSettings settings, Progress progress) {
        progress.at("reading", 0, 0);
        long version = stores.facts().version();
        Neighbourhood graph = stores.lineage().everything();
        List<Evaluation> measured = stores.scores().all();
        if (measured.isEmpty()) {
            throw new NoFamilyEvidenceException("There is no score to learn from. Import some, for instance with:"
                    + " eyrie import leaderboard --scores FILE");
        }
        ItemFitting.Known known = ItemFitting.known(stores.scores());
        List<Evaluation> evaluations = PartialScores.from(known).corrected(measured, known.evaluations());
        Dictionary dictionary = Dictionary.of(graph.models(), evaluations);
        Numbering numbering = new Numbering(dictionary, graph, evaluations);
        LrmfSettings full = settings(settings);
        FitResult result = learn(numbering, full, progress);
        if (result.stopReason() == StopReason.CANCELLED) {
            throw new CancelledException("The fit was cancelled; nothing was written.");
        }
        @Nullable
        ItemContents items = ItemFitting.fit(known, numbering, result.models(), settings, progress)
                .orElse(null);
        Baselines baselines = Baselines.of(graph.models(), evaluations);
        Surroundings surroundings = new Surroundings(graph, evaluations);
        Breadth breadth = surroundings.breadth();
        Instant now = clock.instant();
        Fit fit = new Fit(
                new FitId(STAMP.format(now)),
                now,
                new String(Json.bytes(new Settings(full, settings.ties().kind())), StandardCharsets.UTF_8),
                settings.seed(),
                Fingerprint.of(graph, measured, known.evaluations()),
                version,
                result.logLikelihood(),
                result.stopReason().name(),
                new FitContents(
                                dictionary,
                                baselines,
                                breadth,
                                Payload.of(result.shared().toBytes()),
                                items)
                        .pack());
        stores.fits().save(fit);
        keep(
                predictions(numbering, result.models(), fit.id(), (model, benchmark) -> !surroundings
                        .evidence(model, benchmark, false, breadth)
                        .none()),
                progress);
        stores.fits().all().stream().skip(KEPT).map(Fit::id).forEach(stores.fits()::delete);
        return fit;
    }

    /** What is kept of the settings: the field's, and by what items are alike. */
    private record Settings(@JsonUnwrapped LrmfSettings field, ItemTies.Kind itemTies) {}

    private static FitResult learn(Numbering numbering, LrmfSettings settings, Progress progress) {
        try {
            return LrmfFit.fit(numbering.problem(), settings, new FitProgress(progress));
        } catch (CancellationException e) { // before there was anything to stop at
            throw new CancelledException("The fit was cancelled; nothing was written.");
        }
    }

    /** The full settings behind what a person may decide. */
    public static LrmfSettings settings(FitSettings settings) {
        LrmfSettings usual = LrmfSettings.DEFAULT;
        return new LrmfSettings(usual.maxRank(), usual.margin(), usual.maxSweeps(), usual.tolerance(), settings.seed());
    }

    private static List<Prediction> predictions(
            Numbering numbering, FamilyPosterior posterior, FitId fit, BiPredicate<Model, BenchmarkId> hasEvidence) {
        int columns = numbering.benchmarks().size();
        return IntStream.range(0, numbering.models().size() * columns)
                .filter(cell -> hasEvidence.test(
                        numbering.models().get(cell / columns),
                        numbering.benchmarks().get(cell % columns)))
                .mapToObj(cell -> posterior.predict(cell / columns, cell % columns, LeaveOut.NOTHING, LEVEL))
                .map(cell -> prediction(numbering, cell, fit))
                .toList();
    }

    private static Prediction prediction(Numbering numbering, CellPrediction cell, FitId fit) {
        return new Prediction(
                numbering.models().get(cell.model()).id(),
                numbering.benchmarks().get(cell.column()),
                cell.mean(),
                cell.lower(),
                cell.upper(),
                cell.level(),
                fit);
    }

    private void keep(List<Prediction> predictions, Progress progress) {
        for (int from = 0; from < predictions.size(); from += BATCH) {
            progress.at("writing predictions", from, predictions.size());
            stores.fits().savePredictions(predictions.subList(from, Math.min(from + BATCH, predictions.size())));
        }
        progress.at("writing predictions", predictions.size(), predictions.size());
    }
}
