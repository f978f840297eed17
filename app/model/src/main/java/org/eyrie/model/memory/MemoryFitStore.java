package org.eyrie.model.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;
import org.eyrie.model.FitStore;
import org.eyrie.model.GraphState;
import org.eyrie.model.Hindsight;
import org.eyrie.model.ModelId;
import org.eyrie.model.OutdatedFitException;
import org.eyrie.model.Prediction;
import org.eyrie.model.UnknownFitException;

final class MemoryFitStore implements FitStore {

    private final Graph graph;
    private HindsightTally kept = new HindsightTally();

    MemoryFitStore(Graph graph) {
        this.graph = graph;
    }

    @Override
    public void save(Fit fit) {
        synchronized (graph) {
            refuseOutdated(fit);
            kept = kept.plus(sinceTheLatest());
            graph.fits.remove(fit.id());
            graph.fits.put(fit.id(), fit);
        }
    }

    @Override
    public Optional<Fit> find(FitId id) {
        synchronized (graph) {
            return Optional.ofNullable(graph.fits.get(id));
        }
    }

    @Override
    public Optional<Fit> latest() {
        synchronized (graph) {
            return all().stream().findFirst().map(Fit::id).flatMap(this::find);
        }
    }

    @Override
    public GraphState state() {
        synchronized (graph) {
            return new GraphState(all().stream().findFirst().orElse(null), graph.version);
        }
    }

    @Override
    public List<Fit> all() {
        synchronized (graph) {
            List<Fit> fits = new ArrayList<>();
            graph.fits.values().forEach(fit -> fits.add(0, fit.withoutShared()));
            return fits;
        }
    }

    @Override
    public void savePredictions(Collection<Prediction> predictions) {
        synchronized (graph) {
            predictions.forEach(this::refuseUnknown);
            predictions.forEach(prediction -> graph.predictions
                    .computeIfAbsent(prediction.model(), model -> new TreeMap<>())
                    .put(prediction.benchmark(), prediction));
        }
    }

    @Override
    public List<Prediction> predictions(Collection<ModelId> models) {
        synchronized (graph) {
            return new TreeSet<>(models)
                    .stream()
                            .map(model -> graph.predictions.getOrDefault(model, Collections.emptyNavigableMap()))
                            .flatMap(row -> row.values().stream())
                            .toList();
        }
    }

    @Override
    public List<Hindsight> hindsight() {
        synchronized (graph) {
            return kept.plus(sinceTheLatest()).told();
        }
    }

    private HindsightTally sinceTheLatest() {
        HindsightTally tally = new HindsightTally();
        latest().ifPresent(fit -> graph.predictions.values().stream()
                .flatMap(row -> row.values().stream())
                .filter(prediction -> prediction.fit().equals(fit.id()) && prediction.leftOut() == null)
                .forEach(prediction -> add(tally, fit, prediction)));
        return tally;
    }

    private void add(HindsightTally tally, Fit fit, Prediction prediction) {
        Evaluation evaluation = graph.evaluationsOf(prediction.model()).get(prediction.benchmark());
        if (evaluation != null
                && graph.recorded(evaluation)
                        .filter(origin -> origin.recordedAt().isAfter(fit.createdAt()))
                        .isPresent()) {
            double score = evaluation.score();
            double error = score - prediction.mean();
            boolean held = prediction.lower() <= score && score <= prediction.upper();
            tally.add(prediction.benchmark(), 1, held ? 1 : 0, prediction.level(), error, error * error);
        }
    }

    @Override
    public void delete(FitId id) {
        synchronized (graph) {
            graph.fits.remove(id);
            graph.predictions.values().forEach(row -> row.values()
                    .removeIf(prediction -> prediction.fit().equals(id)));
        }
    }

    private void refuseUnknown(Prediction prediction) {
        graph.require(prediction.model());
        graph.require(prediction.benchmark());
        if (!graph.fits.containsKey(prediction.fit())) {
            throw new UnknownFitException(prediction.fit());
        }
        refuseOutdated(graph.fits.get(prediction.fit()));
    }

    private void refuseOutdated(Fit fit) {
        graph.fits.values().stream()
                .filter(other -> other.dataVersion() > fit.dataVersion())
                .findFirst()
                .ifPresent(newer -> {
                    throw new OutdatedFitException(fit.id(), newer.id());
                });
    }
}
