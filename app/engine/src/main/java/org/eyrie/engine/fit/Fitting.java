package org.eyrie.engine.fit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.learning.FitResult;
import org.eyrie.lrmf.learning.LrmfFit;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;
import org.eyrie.model.FitStore;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.NoFamilyEvidenceException;
import org.eyrie.model.Payload;
import org.eyrie.model.Prediction;
import org.eyrie.model.Stores;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/** Fits everything that is in the database and keeps the fit and its predictions there. */
public final class Fitting {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

    /** How many fits stay in the store; each takes some megabytes. */
    private static final int KEPT = 10;

    /** How many of the last models are asked for what is predicted of them; some have no evidence and no prediction. */
    private static final int LOOKED_AT = 100;

    private final Stores stores;
    private final Clock clock;

    public Fitting(Stores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * The latest fit, where fitting again would make an equal one: nothing was written since, the settings are the same,
     * and all that it predicts was kept. Empty otherwise, and where items are tied by files, which nobody remembers.
     */
    public Optional<Fit> current(FitSettings settings) {
        String wanted = json(settings(settings), settings.ties().kind());
        return stores.fits().all().stream()
                .findFirst()
                .filter(fit -> settings.ties().embeddings().isEmpty()
                        && settings.ties().subtasks().isEmpty())
                .filter(fit -> fit.dataVersion() == stores.facts().version())
                .filter(fit -> fit.settings().equals(wanted))
                .flatMap(fit -> stores.fits().find(fit.id()))
                .filter(Fitting::isReadable)
                .filter(this::isKeptWhole);
    }

    private static boolean isReadable(Fit fit) {
        try {
            FitContents.of(fit);
            return true;
        } catch (IllegalArgumentException ofAnotherVersion) {
            return false;
        }
    }

    // Predictions are written in the order of models: where those of the last one are there, all are.
    private boolean isKeptWhole(Fit fit) {
        List<ModelId> models =
                stores.lineage().everything().models().stream().map(Model::id).toList();
        List<Prediction> last =
                stores.fits().predictions(models.subList(Math.max(0, models.size() - LOOKED_AT), models.size()));
        return !last.isEmpty() && last.get(last.size() - 1).fit().equals(fit.id());
    }

    /**
     * Fits.
     *
     * @throws NoFamilyEvidenceException if nothing was measured yet
     * @throws CancelledException if {@code progress} asks for it before anything is written; afterwards it is not asked
     */
    public Fit fit(FitSettings settings, Progress progress) {
        progress.at("reading", 0, 0);
        Fit fit = fit(FitData.read(stores), settings, clock.instant(), new ToStore(stores.fits()), progress);
        stores.fits().all().stream().skip(KEPT).map(Fit::id).forEach(stores.fits()::delete);
        return fit;
    }

    private record ToStore(FitStore store) implements FitOutput {

        @Override
        public void fit(Fit fit) {
            store.save(fit);
        }

        @Override
        public void predictions(List<Prediction> predictions) {
            store.savePredictions(predictions);
        }
    }

    /**
     * Fits data that were read from anywhere.
     *
     * @param now when, which names the fit
     * @throws CancelledException if {@code progress} asks for it before anything is written; afterwards it is not asked
     */
    public static Fit fit(FitData data, FitSettings settings, Instant now, FitOutput output, Progress progress) {
        Dictionary dictionary =
                Dictionary.of(data.graph().models(), data.evaluations(), data.methods(), data.sources());
        Numbering numbering =
                new Numbering(dictionary, data.graph(), data.evaluations(), data.methods(), data.sources());
        BackgroundTask<DataSummary> summarising = BackgroundTask.start(() -> DataSummary.of(data, numbering));
        LrmfSettings full = settings(settings);
        FitResult result = learn(numbering, full, progress);
        if (result.stopReason() == StopReason.CANCELLED) {
            throw new CancelledException("The fit was cancelled; nothing was written.");
        }
        @Nullable
        ItemContents items =
                data.items().fit(numbering, result.models(), settings, progress).orElse(null);
        DataSummary summary = summarising.get();
        Fit fit = new Fit(
                new FitId(STAMP.format(now)),
                now,
                json(full, settings.ties().kind()),
                settings.seed(),
                summary.fingerprint(),
                data.version(),
                result.logLikelihood(),
                result.stopReason().name(),
                new FitContents(
                                dictionary,
                                summary.baselines(),
                                summary.spread(),
                                Payload.of(result.shared().toBytes()),
                                items)
                        .pack());
        output.fit(fit);
        new Forecasting(numbering, result.models(), fit.id())
                .keep(summary.answerable(), summary.comparable(), output, progress);
        return fit;
    }

    /** What is kept of the settings: the field's, and by what items are alike. */
    private static String json(LrmfSettings field, ItemTies.Kind ties) {
        return "{\"maxRank\":" + field.maxRank() + ",\"margin\":" + field.margin() + ",\"maxSweeps\":"
                + field.maxSweeps() + ",\"tolerance\":" + field.tolerance() + ",\"seed\":" + field.seed()
                + ",\"itemTies\":\"" + ties.name() + "\"}";
    }

    private static FitResult learn(Numbering numbering, LrmfSettings settings, Progress progress) {
        try {
            return LrmfFit.fit(numbering.problem(), settings, progress);
        } catch (CancelledException e) { // before there was anything to stop at
            throw new CancelledException("The fit was cancelled; nothing was written.");
        }
    }

    /** The full settings behind what a person may decide. */
    public static LrmfSettings settings(FitSettings settings) {
        return LrmfSettings.DEFAULT.withSeed(settings.seed());
    }
}
