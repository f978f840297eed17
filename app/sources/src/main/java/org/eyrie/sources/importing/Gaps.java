package org.eyrie.sources.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Traits;
import org.eyrie.sources.spi.Finding;

/** Puts what files let conclude of models where nothing is known of them, and nowhere else. */
final class Gaps {

    private final ModelLookup lookup;

    Gaps(ModelLookup lookup) {
        this.lookup = lookup;
    }

    /** The rows of a batch, conclusions being rows of models with what was not known, by the store or this batch. */
    List<Finding.Row> filled(List<Finding.Row> rows) {
        if (rows.stream().noneMatch(Finding.OfTraits.class::isInstance)) {
            return rows;
        }
        Map<ModelId, Model> stored = stored(rows);
        Map<ModelId, Model> said = new HashMap<>();
        for (Finding.Row row : rows) {
            if (row instanceof Finding.OfModel found) {
                said.merge(found.model().id(), found.model(), (older, newer) -> newer.orElse(older));
            }
        }
        List<Finding.Row> filled = new ArrayList<>(rows.size());
        for (Finding.Row row : rows) {
            if (row instanceof Finding.OfTraits concluded) {
                Model known = known(concluded.model().id(), said, stored);
                Model model = known.orElse(concluded.model()).orElse(build(concluded, said, stored));
                said.put(model.id(), model);
                filled.add(new Finding.OfModel(concluded.place(), model));
            } else {
                filled.add(row);
            }
        }
        return filled;
    }

    /** What the store knows of the models that something is concluded of, or from: asked once a batch. */
    private Map<ModelId, Model> stored(List<Finding.Row> rows) {
        Set<ModelId> wanted = new HashSet<>();
        for (Finding.Row row : rows) {
            if (row instanceof Finding.OfTraits concluded) {
                wanted.add(concluded.model().id());
                wanted.addAll(concluded.build());
            }
        }
        return lookup.find(wanted).stream().collect(Collectors.toMap(Model::id, model -> model));
    }

    private static Model build(Finding.OfTraits concluded, Map<ModelId, Model> said, Map<ModelId, Model> stored) {
        List<Traits> models = concluded.build().stream()
                .map(id -> known(id, said, stored).traits())
                .toList();
        return new Model(concluded.model().id(), Traits.build(models));
    }

    private static Model known(ModelId id, Map<ModelId, Model> said, Map<ModelId, Model> stored) {
        Model before = stored.getOrDefault(id, Model.stub(id));
        Model here = said.get(id);
        return here == null ? before : here.orElse(before);
    }
}
