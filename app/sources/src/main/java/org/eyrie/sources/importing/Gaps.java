package org.eyrie.sources.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Traits;
import org.eyrie.sources.spi.Finding;

/** Puts what files let conclude of models where nothing is known of them, and nowhere else. */
final class Gaps {

    private final LineageStore lineage;

    Gaps(LineageStore lineage) {
        this.lineage = lineage;
    }

    /** The rows of a batch, conclusions being rows of models with what was not known, by the store or this batch. */
    List<Finding.Row> filled(List<Finding.Row> rows) {
        if (rows.stream().noneMatch(Finding.OfTraits.class::isInstance)) {
            return rows;
        }
        Map<ModelId, Model> said = new HashMap<>();
        for (Finding.Row row : rows) {
            if (row instanceof Finding.OfModel found) {
                said.merge(found.model().id(), found.model(), (older, newer) -> newer.orElse(older));
            }
        }
        List<Finding.Row> filled = new ArrayList<>(rows.size());
        for (Finding.Row row : rows) {
            if (row instanceof Finding.OfTraits concluded) {
                Model known = known(concluded.model().id(), said);
                Model model = known.orElse(concluded.model()).orElse(build(concluded, said));
                said.put(model.id(), model);
                filled.add(new Finding.OfModel(concluded.place(), model));
            } else {
                filled.add(row);
            }
        }
        return filled;
    }

    private Model build(Finding.OfTraits concluded, Map<ModelId, Model> said) {
        List<Traits> models =
                concluded.build().stream().map(id -> known(id, said).traits()).toList();
        return new Model(concluded.model().id(), Traits.build(models));
    }

    private Model known(ModelId id, Map<ModelId, Model> said) {
        Model stored = lineage.find(id).orElse(Model.stub(id));
        Model here = said.get(id);
        return here == null ? stored : here.orElse(stored);
    }
}
