package org.eyrie.server.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.eyrie.model.Recipe;
import org.eyrie.model.Stores;
import org.eyrie.sources.export.ExportPart;

/** Some models of the database. */
final class StoredPart implements ExportPart {

    /** Models whose outcomes are in memory at a time: of a hundred thousand items each they may be many megabytes. */
    private static final int WITH_OUTCOMES = 250;

    private final Stores stores;
    private final List<Model> models;
    private final List<ModelId> ids;
    private final boolean withItems;

    StoredPart(Stores stores, List<Model> models, boolean withItems) {
        this.stores = stores;
        this.models = models;
        this.ids = models.stream().map(Model::id).toList();
        this.withItems = withItems;
    }

    @Override
    public List<Model> models() {
        return models;
    }

    @Override
    public List<Derivation> derivations() {
        return stores.lineage().parents(ids);
    }

    @Override
    public Stream<Evaluation> evaluations() {
        if (!withItems) {
            return stores.scores().of(ids).stream();
        }
        return Stream.iterate(0, from -> from < ids.size(), from -> from + WITH_OUTCOMES)
                .flatMap(from -> withOutcomes(ids.subList(from, Math.min(ids.size(), from + WITH_OUTCOMES))));
    }

    private Stream<Evaluation> withOutcomes(List<ModelId> some) {
        return Exporting.withOutcomes(stores, some, stores.scores().of(some)).stream();
    }

    @Override
    public List<Prediction> predictions() {
        return stores.fits().predictions(ids);
    }

    @Override
    public List<Recipe> recipes() {
        return stores.recipes().recipes(ids);
    }

    @Override
    public Map<ModelId, String> revisions(Set<ModelId> wanted) {
        Map<ModelId, String> revisions = new HashMap<>();
        stores.lineage().find(wanted).forEach(model -> {
            String revision = model.revision();
            if (revision != null) {
                revisions.put(model.id(), revision);
            }
        });
        return revisions;
    }
}
