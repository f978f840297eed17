package org.eyrie.store.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Traits;
import org.eyrie.model.WriteSummary.Counts;
import org.jspecify.annotations.Nullable;

/** Models of an import, which later rows may complete, so that they stay in memory until its end. */
final class TakenModels {

    /** A model and the number of its node. */
    private record Numbered(int number, Model model) {}

    private final BulkFiles files;
    private final Map<ModelId, Numbered> models = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private @Nullable Numbered last;

    TakenModels(BulkFiles files) {
        this.files = files;
    }

    /** Of models that are described, what becomes of each. */
    Counts describe(Collection<Model> described) {
        int created = 0;
        int changed = 0;
        for (Model model : described) {
            Numbered known = models.get(model.id());
            if (known == null) {
                models.put(model.id(), new Numbered(files.number(), sharing(model)));
                created++;
            } else {
                Model together = model.orElse(known.model());
                if (!together.equals(known.model())) {
                    models.put(model.id(), new Numbered(known.number(), sharing(together)));
                    changed++;
                }
            }
        }
        return new Counts(created, described.size() - created - changed, changed);
    }

    /** Of models that are only mentioned, how many are new. */
    Counts mention(List<ModelId> mentioned) {
        int created = 0;
        for (ModelId id : mentioned) {
            if (!models.containsKey(id)) {
                models.put(id, new Numbered(files.number(), Model.stub(id)));
                created++;
            }
        }
        return new Counts(created, 0, 0);
    }

    /** The node of a model that was mentioned. */
    int number(ModelId id) {
        Numbered before = last;
        if (before != null && before.model().id().equals(id)) { // a model's scores often come together
            return before.number();
        }
        Numbered known = models.get(id);
        last = known;
        if (known == null) {
            throw new IllegalArgumentException("Nobody mentioned " + id);
        }
        return known.number();
    }

    /** Those that were met, by id. */
    List<Model> find(Collection<ModelId> ids) {
        List<Model> found = new ArrayList<>();
        for (ModelId id : ids.stream().distinct().sorted().toList()) {
            Numbered known = models.get(id);
            if (known != null) {
                found.add(known.model());
            }
        }
        return found;
    }

    void write() throws IOException {
        for (Numbered each : models.values()) {
            files.model(each.number(), each.model());
        }
    }

    // Few words for a million models: each is kept once.
    private Model sharing(Model model) {
        Traits traits = model.traits();
        return new Model(
                model.id(),
                new Traits(
                        shared(traits.architecture()),
                        traits.parametersBillions(),
                        shared(traits.type()),
                        shared(traits.precision()),
                        traits.chatTemplate(),
                        traits.moe(),
                        traits.uploaded(),
                        shared(traits.license())),
                model.revision());
    }

    private @Nullable String shared(@Nullable String word) {
        return word == null ? null : words.computeIfAbsent(word, same -> same);
    }
}
