package org.eyrie.store.port;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;
import org.eyrie.model.FitStore;
import org.eyrie.model.GraphState;
import org.eyrie.model.Hindsight;
import org.eyrie.model.ModelId;
import org.eyrie.model.OutdatedFitException;
import org.eyrie.model.Prediction;
import org.eyrie.store.row.FitRow;
import org.eyrie.store.row.PredictionRow;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Batches;
import org.eyrie.store.transaction.Database;
import org.eyrie.store.transaction.Work;

public final class Neo4jFitStore implements FitStore {

    private final Database database;
    private final Batches batches;

    public Neo4jFitStore(Database database, int batchRows) {
        this.database = database;
        this.batches = new Batches(batchRows);
    }

    @Override
    public void save(Fit fit) {
        database.change(work -> {
            work.run(Statement.LOCK, Map.of());
            work.run(Statement.KEEP_HINDSIGHT, Map.of());
            work.run(Statement.SAVE_FIT, FitRow.of(fit));
            refuseOutdated(work, Set.of(fit.id()));
        });
    }

    @Override
    public Optional<Fit> find(FitId id) {
        return database.read(work -> work.first(Statement.FIND_FIT, Map.of("id", id.value()), FitRow::read));
    }

    @Override
    public Optional<Fit> latest() {
        return database.read(work -> {
            List<FitId> latest = work.list(
                    Statement.LATEST_FITS,
                    Map.of("limit", 1),
                    row -> new FitId(row.get("id").asString()));
            return latest.isEmpty()
                    ? Optional.empty()
                    : work.first(Statement.FIND_FIT, Map.of("id", latest.get(0).value()), FitRow::read);
        });
    }

    @Override
    public GraphState state() {
        return database.read(work -> work.first(
                        Statement.STATE,
                        Map.of(),
                        row -> new GraphState(
                                row.get("fitted").asBoolean() ? FitRow.read(row) : null,
                                row.get("version").asLong()))
                .orElseThrow());
    }

    @Override
    public List<Fit> all() {
        return database.read(
                work -> work.list(Statement.LATEST_FITS, Map.of("limit", Integer.MAX_VALUE), FitRow::read));
    }

    @Override
    public void savePredictions(Collection<Prediction> predictions) {
        Map<?, Prediction> latest = predictions.stream()
                .collect(Collectors.toMap(
                        prediction -> Map.entry(prediction.model(), prediction.benchmark()),
                        Function.identity(),
                        (older, newer) -> newer,
                        LinkedHashMap::new));
        database.change(work -> {
            work.run(Statement.LOCK, Map.of());
            refuseUnknown(work, predictions);
            refuseOutdated(work, each(predictions, Prediction::fit));
            batches.each(latest.values(), PredictionRow::of, rows -> work.run(Statement.SAVE_PREDICTIONS, rows));
        });
    }

    @Override
    public List<Prediction> predictions(Collection<ModelId> models) {
        List<String> ids = models.stream().map(ModelId::value).toList();
        return new Stretches(database).read(ids, Statement.PREDICTIONS, PredictionRow::read);
    }

    @Override
    public List<Hindsight> hindsight() {
        return database.read(work -> work.list(
                Statement.HINDSIGHT,
                Map.of(),
                row -> Hindsight.of(
                        new BenchmarkId(row.get("benchmark").asString()),
                        row.get("scores").asLong(),
                        row.get("held").asDouble(),
                        row.get("level").asDouble(),
                        row.get("errors").asDouble(),
                        row.get("squares").asDouble())));
    }

    @Override
    public void delete(FitId id) {
        database.change(work -> work.run(Statement.DELETE_FIT, Map.of("id", id.value())));
    }

    private static void refuseUnknown(Work work, Collection<Prediction> predictions) {
        Known known = new Known(work);
        known.requireModels(each(predictions, Prediction::model));
        known.requireBenchmarks(each(predictions, Prediction::benchmark));
        known.requireFits(each(predictions, Prediction::fit));
    }

    // Under the ledger's lock: without that, a fit on newer data could be saved between the look and the write.
    private static void refuseOutdated(Work work, Set<FitId> fits) {
        List<String> ids = fits.stream().map(FitId::value).toList();
        work.first(
                        Statement.OVERTAKEN_FITS,
                        Map.of("ids", ids),
                        row -> new OutdatedFitException(
                                new FitId(row.get("id").asString()),
                                new FitId(row.get("newer").asString())))
                .ifPresent(overtaken -> {
                    throw overtaken;
                });
    }

    private static <T> Set<T> each(Collection<Prediction> predictions, Function<Prediction, T> part) {
        return predictions.stream().map(part).collect(Collectors.toSet());
    }
}
