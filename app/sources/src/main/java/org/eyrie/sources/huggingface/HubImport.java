package org.eyrie.sources.huggingface;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eyrie.model.Derivation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.conventions.NamedModel;
import org.eyrie.sources.conventions.ScaleEvidence;
import org.eyrie.sources.registry.OnceFetched;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.Text;

/** Models of the Hub with their lineage and scores: {@code import huggingface ID... [--up N] [--down N]}. */
public final class HubImport {

    private final Hub hub;
    private final ScaleEvidence evidence;
    private final FactSink sink;
    private final HubEdges edges;

    private HubImport(Hub hub, ScaleEvidence evidence, FactSink sink) {
        this.hub = hub;
        this.evidence = evidence;
        this.sink = sink;
        this.edges = new HubEdges(sink);
    }

    /**
     * A source of some models, their ancestors and, if asked for, descendants.
     *
     * @param ids {@code owner/name}, or with {@code @revision}; at least one
     * @param evidence what is known of data sets, to tell shares from percentages
     */
    public static Source of(Hub hub, List<String> ids, HubOptions options, ScaleEvidence evidence) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("Name at least one model of the Hub");
        }
        List<String> starts = List.copyOf(ids);
        return new OnceFetched("Hub " + hub.endpoint(), sink -> read(hub, starts, options, evidence, sink));
    }

    /**
     * Reads them at once; as {@link #of} in all else.
     *
     * @return the names that models have today, by those asked for, of models that were renamed
     */
    public static Map<ModelId, ModelId> read(
            Hub hub, List<String> ids, HubOptions options, ScaleEvidence evidence, FactSink sink) throws IOException {
        HubWalk.Result walk = new HubWalk(hub, options, sink).from(ids);
        new HubImport(hub, new WalkEvidence(walk, evidence), sink).write(walk);
        Map<ModelId, ModelId> renamed = new HashMap<>();
        for (HubId asked : walk.answers().keySet()) {
            if (!walk.today(asked).equals(asked)) {
                renamed.put(
                        new ModelId(asked.value()),
                        new ModelId(walk.today(asked).value()));
            }
        }
        return renamed;
    }

    private void write(HubWalk.Result walk) throws IOException {
        Set<HubId> written = new HashSet<>();
        int total = walk.answers().size();
        for (Map.Entry<HubId, Hub.Answer> each : walk.answers().entrySet()) {
            HubId id = walk.today(each.getKey());
            if (!written.add(id)) {
                continue;
            }
            Place place = Place.of(hub.endpoint() + "/" + id);
            sink.reached(written.size(), total);
            if (each.getValue() instanceof Hub.Found found) {
                write(place, found.model(), walk, written.size(), total);
            } else {
                sink.model(place, Model.stub(new ModelId(id.value())));
            }
        }
    }

    private void write(Place place, HubModel model, HubWalk.Result walk, int done, int total) throws IOException {
        ModelId child = new ModelId(model.id().value());
        sink.model(place, new Model(child, model.traits(), model.sha()));
        Optional<HubParents> parents = HubParents.of(model);
        List<Derivation> fromHub = new ArrayList<>();
        if (parents.isPresent()) {
            HubParents found = parents.get();
            String evidence = model.evidence(hub.endpoint(), found.field());
            for (HubId parent : found.ids()) {
                HubId today = walk.today(parent);
                if (today.equals(model.id())) {
                    sink.note(place, "It names itself as its parent, which is left out");
                } else {
                    fromHub.add(new Derivation(
                            child, new ModelId(today.value()), found.relation(), null, evidence + found.at(parent)));
                }
            }
            found.unusable().forEach(name -> folder(place, child, name, found.relation(), evidence)
                    .ifPresent(fromHub::add));
            if (!found.elsewhere().isEmpty()) {
                sink.note(
                        place,
                        "Other places name other parents, those in " + found.field() + " count: "
                                + Text.quoted(String.join(", ", found.elsewhere())));
            }
        }
        String blank = model.card().baseModels().blankNote();
        if (blank != null) {
            sink.note(place, blank);
        }
        model.card().baseModels().faults().forEach(fault -> sink.note(place, fault + ", which is left out"));
        HubRecipes.Merged merged =
                new HubRecipes(hub, walk, sink).of(place, model, parents.orElse(null), sink.waitingAt(done, total));
        // One parent and the tag of merges, on a card whose recipe is another model's: the tag is so too.
        boolean copied = merged.copied() && HubParents.stated(model).isEmpty();
        List<Derivation> own = copied ? fromHub.stream().map(HubImport::trained).toList() : fromHub;
        edges.add(place, child, merged.edges(), own);
        new HubScores(hub.endpoint(), evidence, sink).write(child, model);
    }

    // The edge is kept, to a model that carries the folder's name and that nobody takes for a published one.
    private Optional<Derivation> folder(Place place, ModelId child, String name, Relation relation, String evidence) {
        try {
            NamedModel parent = ModelPaths.read(name);
            ModelPaths.remark(parent.id()).ifPresent(remark -> sink.note(place, remark));
            return Optional.of(new Derivation(child, parent.id(), relation, null, evidence + parent.at()));
        } catch (IllegalArgumentException e) {
            sink.note(place, "The parent " + Text.quoted(name) + " is left out: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Derivation trained(Derivation edge) {
        Relation relation = edge.relation() == Relation.MERGE ? Relation.FINETUNE : edge.relation();
        return new Derivation(edge.child(), edge.parent(), relation, edge.weight(), edge.evidence());
    }
}
