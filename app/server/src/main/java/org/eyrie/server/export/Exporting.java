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
        stores.fits().predictions(ids).forEach(prediction -> named.add(prediction.benchmark()));
        return new GraphExport(
                found,
                List.copyOf(derivations),
                stores.scores().benchmarks().stream()
                        .filter(benchmark -> named.contains(benchmark.id()))
                        .toList(),
                scores,
                stores.fits().predictions(ids),
                stores.recipes().recipes(ids),
                Map.of());
    }

    /** The same with what became of every item, where that is known. */
    public static GraphExport withItems(Stores stores, GraphExport graph) {
        Map<Map.Entry<ModelId, BenchmarkId>, Evaluation> known = new HashMap<>();
        for (Evaluation score : stores.scores().outcomes(ids(graph.models()))) {
            known.put(Map.entry(score.model(), score.benchmark()), score);
        }
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
                graph.evaluated().stream()
                        .map(score -> known.getOrDefault(Map.entry(score.model(), score.benchmark()), score))
                        .toList(),
                graph.predictions(),
                graph.recipes(),
                items);
    }

    private static List<ModelId> ids(List<Model> models) {
        return models.stream().map(Model::id).toList();
    }
}
