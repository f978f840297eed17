package org.eyrie.sources.huggingface;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eyrie.model.Derivation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.sources.card.QuotedRecipe;
import org.eyrie.sources.mergekit.MergeRecipe;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/** Merge recipes of the models of a walk: believed where they are the model's own. */
final class HubRecipes {

    /**
     * What was found.
     *
     * @param edges to the parents that the recipe names
     * @param copied whether there is a recipe that is another model's
     */
    record Merged(List<Derivation> edges, boolean copied) {

        private static final Merged NOTHING = new Merged(List.of(), false);
    }

    private final Hub hub;
    private final HubWalk.Result walk;
    private final FactSink sink;

    HubRecipes(Hub hub, HubWalk.Result walk, FactSink sink) {
        this.hub = hub;
        this.walk = walk;
        this.sink = sink;
    }

    /**
     * The recipe of a model, handed over where it is believed.
     *
     * @param parents those that the Hub, the card or the tags name, or null
     */
    Merged of(Place place, HubModel model, @Nullable HubParents parents, Progress progress) throws IOException {
        Relation relation = parents == null ? HubParents.relation(model, List.of()) : parents.relation();
        boolean merge = relation == Relation.MERGE || model.tags().contains("mergekit");
        if (!merge || model.sha() == null) {
            return Merged.NOTHING;
        }
        Optional<FoundRecipe> found = find(place, model, model.sha(), progress);
        if (found.isEmpty()) {
            return Merged.NOTHING;
        }
        int count =
                parents == null ? 0 : parents.ids().size() + parents.unusable().size();
        Relation worth = QuotedRecipe.worth(relation, HubParents.stated(model).isPresent(), count);
        String disbelief = QuotedRecipe.disbelief(found.get().merge(), named(parents), worth);
        if (disbelief != null) {
            sink.note(place, disbelief);
            return new Merged(List.of(), true);
        }
        MergeRecipe recipe = found.get().merge();
        sink.traits(
                place,
                new Model(new ModelId(model.id().value()), recipe.traits()),
                recipe.build().stream().map(this::today).toList());
        found.get().notes().forEach(note -> sink.note(place, note));
        sink.recipe(place, found.get().recipe());
        return new Merged(found.get().edges().stream().map(this::today).toList(), false);
    }

    private Optional<FoundRecipe> find(Place place, HubModel model, String sha, Progress progress) throws IOException {
        ModelId child = new ModelId(model.id().value());
        for (String file : FoundRecipe.FILES) {
            Optional<String> text = hub.file(model.id(), sha, file, progress);
            try {
                Optional<FoundRecipe> found = text.isEmpty()
                        ? Optional.empty()
                        : FoundRecipe.read(child, file, text.get(), model.evidence(hub.endpoint(), file));
                if (found.isPresent()) {
                    return found;
                }
            } catch (UnreadableException e) {
                sink.note(place, file + " cannot be used, parents come without weights: " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    private Set<ModelId> named(@Nullable HubParents parents) {
        Set<ModelId> named = new HashSet<>();
        if (parents != null) {
            for (HubId id : parents.ids()) {
                named.add(new ModelId(id.value()));
                named.add(new ModelId(walk.today(id).value()));
            }
        }
        return named;
    }

    private Derivation today(Derivation edge) {
        ModelId parent = today(edge.parent());
        return edge.child().equals(parent)
                ? edge
                : new Derivation(edge.child(), parent, edge.relation(), edge.weight(), edge.evidence());
    }

    private ModelId today(ModelId model) {
        return HubId.of(model.value())
                .map(walk::today)
                .map(id -> new ModelId(id.value()))
                .orElse(model);
    }
}
