package org.eyrie.engine.graph;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eyrie.engine.fit.MergeMethods;
import org.eyrie.engine.fit.Sources;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Evaluation;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Stores;

/** Asks the store whenever it is asked; what two questions are told may be of different moments. */
public record StoredGraph(Stores stores) implements GraphView {

    @Override
    public Optional<Model> find(ModelId id) {
        return stores.lineage().find(id);
    }

    @Override
    public Set<ModelId> known(Collection<ModelId> ids) {
        return stores.lineage().known(ids);
    }

    @Override
    public List<Benchmark> benchmarks() {
        return stores.scores().benchmarks();
    }

    @Override
    public Neighbourhood neighbourhood(ModelId model, int maxModels) {
        return stores.lineage().neighbourhood(model, LineageStore.MAX_HOPS, maxModels);
    }

    @Override
    public Neighbourhood everything() {
        return stores.lineage().everything();
    }

    @Override
    public List<Evaluation> scores(Collection<ModelId> models) {
        return stores.scores().of(models);
    }

    @Override
    public List<Evaluation> scores() {
        return stores.scores().all();
    }

    @Override
    public List<Evaluation> outcomes(Collection<ModelId> models) {
        return stores.scores().outcomes(models);
    }

    @Override
    public Sources sources(Collection<ModelId> models) {
        return Sources.of(stores.scores().measurements(models), stores.scores().overtaken(models));
    }

    @Override
    public Sources sources() {
        return Sources.of(stores.scores().measurements(), stores.scores().overtaken());
    }

    @Override
    public Map<ModelId, String> methods(Neighbourhood graph) {
        return MergeMethods.of(graph, stores.recipes());
    }
}
