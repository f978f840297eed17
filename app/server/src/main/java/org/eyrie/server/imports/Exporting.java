package org.eyrie.server.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eyrie.model.Derivation;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.UnknownModelException;
import org.eyrie.server.stores.Stores;
import org.eyrie.sources.export.GraphExport;

/** Chooses what is exported. */
public final class Exporting {

    private Exporting() {}

    /** Everything in the database. */
    public static GraphExport everything(Stores stores) {
        Neighbourhood all = stores.lineage().everything();
        List<ModelId> ids = all.models().stream().map(Model::id).toList();
        return new GraphExport(
                all.models(),
                all.derivations(),
                stores.scores().all(),
                stores.fits().predictions(ids));
    }

    /**
     * Some models with all of their ancestors.
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
        return new GraphExport(
                found,
                List.copyOf(derivations),
                stores.scores().of(ids),
                stores.fits().predictions(ids));
    }
}
