package org.eyrie.server.naming;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eyrie.model.Fault;
import org.eyrie.model.LineageStore;
import org.eyrie.model.MissingModels;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Nearest;

/** Models that a file names, with their places: the database is asked once about all of them. */
public final class NamedInFile {

    private final Map<ModelId, Set<String>> places = new LinkedHashMap<>();

    /** Takes one down. */
    public void add(String where, ModelId model) {
        places.computeIfAbsent(model, each -> new LinkedHashSet<>()).add(where);
    }

    /**
     * Which models are meant, whatever their case where one alone can be meant.
     *
     * @param faults gets one for each place of a model that nobody knows
     */
    public Map<ModelId, ModelId> meant(LineageStore lineage, List<Fault> faults) {
        Map<ModelId, ModelId> meant = new HashMap<>();
        Set<ModelId> known = lineage.known(places.keySet());
        known.forEach(each -> meant.put(each, each));
        if (known.size() == places.size()) {
            return meant;
        }
        List<ModelId> all =
                lineage.everything().models().stream().map(Model::id).toList();
        Function<String, Optional<ModelId>> alike = Nearest.anyMeant(all, ModelId::value);
        MissingModels missing = new MissingModels(() -> all);
        places.forEach((written, where) -> {
            Optional<ModelId> other = known.contains(written) ? Optional.of(written) : alike.apply(written.value());
            if (other.isPresent()) {
                meant.put(written, other.get());
            } else {
                where.forEach(each -> faults.add(new Fault(each, missing.reason(written))));
            }
        });
        return meant;
    }
}
