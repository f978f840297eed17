package org.eyrie.sources.cyclonedx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eyrie.model.Derivation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.sources.card.ReportedScores;
import org.eyrie.sources.conventions.ScaleEvidence;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.jspecify.annotations.Nullable;

/** A bill that another program wrote, as far as it speaks of lineage and scores. */
final class OtherBom {

    /** Slices that are parts of any data set and none themselves. */
    private static final Set<String> SPLITS =
            Set.of("", "test", "validation", "val", "eval", "evaluation", "train", "overall");

    private final Place place;
    private final ScaleEvidence evidence;
    private final FactSink sink;

    OtherBom(Place place, ScaleEvidence evidence, FactSink sink) {
        this.place = place;
        this.evidence = evidence;
        this.sink = sink;
    }

    /**
     * Hands over everything.
     *
     * @param dependencies models by the models that depend on them
     */
    void write(List<BomModel> models, Map<ModelId, List<ModelId>> dependencies) {
        Map<ModelId, Map<ModelId, String>> parents = new LinkedHashMap<>();
        for (BomModel model : models) {
            ModelId id = id(model);
            if (id != null) {
                sink.model(place, new Model(id, Traits.UNKNOWN, model.revision()));
                Traits said = new Traits(model.architecture(), null, null, null, null, null, null, model.licence());
                if (!said.equals(Traits.UNKNOWN)) {
                    sink.traits(place, new Model(id, said), List.of());
                }
                ancestors(id, model, parents);
                scores(id, model);
            }
        }
        dependencies.forEach((child, on) -> on.forEach(parent ->
                parents.computeIfAbsent(child, id -> new LinkedHashMap<>()).putIfAbsent(parent, "dependencies")));
        parents.forEach((child, named) -> named.forEach((parent, where) -> edge(child, parent, where)));
        if (!parents.isEmpty()) {
            sink.note(place, "The bill does not say how models came from their ancestors: the relation is unknown");
        }
    }

    private void ancestors(ModelId child, BomModel model, Map<ModelId, Map<ModelId, String>> parents) {
        for (BomModel ancestor : model.ancestors()) {
            ModelId parent = id(ancestor);
            if (parent != null) {
                parents.computeIfAbsent(child, id -> new LinkedHashMap<>()).put(parent, "pedigree.ancestors");
                if (ancestor.revision() != null) {
                    sink.model(place, new Model(parent, Traits.UNKNOWN, ancestor.revision()));
                }
                ancestors(parent, ancestor, parents);
            }
        }
    }

    private void edge(ModelId child, ModelId parent, String where) {
        if (child.equals(parent)) {
            sink.note(place, child + " names itself as its ancestor, which is left out");
        } else {
            sink.derivation(place, new Derivation(child, parent, Relation.UNKNOWN, null, place.input() + ": " + where));
        }
    }

    private void scores(ModelId id, BomModel model) {
        List<ReportedScores.Reported> figures = new ArrayList<>();
        for (Map<String, Object> metric : model.metrics()) {
            String type = text(metric.get("type"));
            String slice = text(metric.get("slice"));
            if (!SPLITS.contains(slice.toLowerCase(Locale.ROOT))) {
                figures.add(ReportedScores.Reported.of(
                        slice, type.isEmpty() ? null : type, metric.get("value"), place.input()));
            } else if (evidence.isShare(type)) {
                figures.add(ReportedScores.Reported.of(type, null, metric.get("value"), place.input()));
            } else {
                sink.note(
                        place,
                        "The metric " + (type.isEmpty() ? "without a type" : type) + " of " + id
                                + " was left out: its slice does not say on which data set it was measured");
            }
        }
        new ReportedScores(id, evidence, sink).figures(figures, place);
    }

    private @Nullable ModelId id(BomModel model) {
        try {
            return model.id();
        } catch (IllegalArgumentException e) {
            sink.note(place, "A model is left out: " + e.getMessage());
            return null;
        }
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text.strip() : "";
    }
}
