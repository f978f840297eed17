package org.eyrie.server.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.eyrie.model.Stores;
import org.eyrie.model.UnknownModelException;
import org.eyrie.sources.export.ExportSource;
import org.eyrie.sources.export.GraphExport;

/** Chooses what is exported. */
public final class Exporting {

    private Exporting() {}

    /**
     * Everything in the database, read a part at a time.
     *
     * @param withItems whether outcomes of items are wanted
     * @param between called before every part; may throw to end it all
     */
    public static ExportSource everything(Stores stores, boolean withItems, Runnable between) {
        return new StoredExport(stores, withItems, between);
    }

    /**
     * Some models with all of their ancestors, and the benchmarks they have scores on.
     *
     * @throws UnknownModelException if one of them is not in the store
     */
    public static GraphExport withAncestors(Stores stores, List<ModelId> models) {
        Set<ModelId> ids = new LinkedHashSet<>(models);
        Set<Derivation> derivations = new LinkedHashSet<>();
        for (ModelId model : models) {
            derivations.addAll(stores.lineage().ancestry(model, LineageStore.MAX_HOPS));
        }
        derivations.forEach(edge -> ids.add(edge.parent()));
        List<Model> found = new ArrayList<>();
        for (ModelId id : ids) {
            found.add(stores.lineage().find(id).orElseThrow(() -> new UnknownModelException(id)));
        }
        List<Evaluation> scores = stores.scores().of(ids);
        Set<BenchmarkId> named = new HashSet<>();
        scores.forEach(score -> named.add(score.benchmark()));
        List<Prediction> predictions = stores.fits().predictions(ids);
        predictions.forEach(prediction -> named.add(prediction.benchmark()));
        return new GraphExport(
                found,
                List.copyOf(derivations),
                stores.scores().benchmarks().stream()
                        .filter(benchmark -> named.contains(benchmark.id()))
                        .toList(),
                scores,
                predictions,
                stores.recipes().recipes(ids),
                Map.of());
    }

    /** The same with what became of every item, where that is known. */
    public static GraphExport withItems(Stores stores, GraphExport graph) {
        Map<BenchmarkId, List<String>> items = new HashMap<>();
        for (Benchmark benchmark : graph.benchmarks()) {
            List<String> names = stores.scores().itemNames(benchmark.id());
            if (!names.isEmpty()) {
                items.put(benchmark.id(), names);
            }
        }
        return new GraphExport(
                graph.models(),
                graph.derivations(),
                graph.benchmarks(),
                withOutcomes(stores, graph.models().stream().map(Model::id).toList(), graph.evaluated()),
                graph.predictions(),
                graph.recipes(),
                items);
    }

    /**
     * Scores with what became of every item, where that is known.
     *
     * @param models whose they are
     */
    static List<Evaluation> withOutcomes(Stores stores, List<ModelId> models, List<Evaluation> scores) {
        record Cell(ModelId model, BenchmarkId benchmark) {}
        Map<Cell, Evaluation> known = new HashMap<>();
        stores.scores().outcomes(models).forEach(each -> known.put(new Cell(each.model(), each.benchmark()), each));
        return scores.stream()
                .map(each -> known.getOrDefault(new Cell(each.model(), each.benchmark()), each))
                .toList();
    }
}
