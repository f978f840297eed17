package org.eyrie.sources.huggingface;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eyrie.model.Derivation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.sources.FactSink;
import org.eyrie.sources.OtherSink;
import org.eyrie.sources.Place;
import org.eyrie.sources.Source;
import org.eyrie.sources.card.ModelCard;
import org.eyrie.sources.http.PoliteClient;
import org.eyrie.sources.mergekit.MergeRecipe;
import org.eyrie.sources.mergekit.MergekitSource;
import org.jspecify.annotations.Nullable;

/**
 * Models of the Hugging Face Hub with so many generations above and below them.
 *
 * <p>The Hub is asked once; a second reading yields the same. A model that cannot be read, because it is gone, gated
 * or private, becomes a stub; one that was renamed stands under its present name.
 */
public final class HubSource implements Source {

    /** How many models one import reads at most. */
    public static final int MAX_MODELS = 10_000;

    private final List<ModelId> roots;
    private final int up;
    private final int down;
    private final HubCrawl crawl;
    private @Nullable Map<ModelId, Optional<HubModel>> found;

    /**
     * An import that has not begun.
     *
     * @param client of the Hub's address, {@code https://huggingface.co} or a mirror
     * @param up how many generations of parents are read
     * @param down how many generations of children are read
     * @param cache a folder to keep recipes in, by revision, or null
     */
    public HubSource(PoliteClient client, List<ModelId> roots, int up, int down, int maxModels, @Nullable Path cache) {
        if (up < 0 || down < 0 || maxModels < 1 || maxModels > MAX_MODELS) {
            throw new IllegalArgumentException("Generations must not be negative, and models 1 to " + MAX_MODELS + ": "
                    + up + ", " + down + ", " + maxModels);
        }
        this.roots = List.copyOf(roots);
        this.up = up;
        this.down = down;
        this.crawl = new HubCrawl(new HubClient(client), new HubCache(cache), maxModels);
    }

    @Override
    public String name() {
        return "Hugging Face: " + roots.stream().map(ModelId::value).collect(Collectors.joining(", "));
    }

    @Override
    public void read(FactSink sink) {
        Map<ModelId, Optional<HubModel>> models = found;
        if (models == null) {
            models = crawl.walk(roots, up, down, sink);
            found = models;
        }
        Map<ModelId, ModelId> names = new LinkedHashMap<>();
        models.forEach(
                (asked, model) -> names.put(asked, model.map(HubModel::id).orElse(asked)));
        for (Map.Entry<ModelId, Optional<HubModel>> entry : models.entrySet()) {
            Place place = Place.of("Hugging Face " + entry.getKey());
            if (entry.getValue().isEmpty()) {
                sink.model(place, Model.stub(entry.getKey()));
                sink.note(place, "It cannot be read: it is gone, or needs HF_TOKEN of an account that may");
            } else {
                facts(entry.getKey(), entry.getValue().get(), names, place, forgiving(sink));
            }
        }
        sink.reached(models.size(), models.size());
    }

    // One card among thousands that says nonsense must not end the import of all the others.
    private static FactSink forgiving(FactSink sink) {
        return new OtherSink(sink) {
            @Override
            public void reject(Place place, String reason) {
                sink.note(place, "Left out: " + reason);
            }
        };
    }

    private static void facts(ModelId asked, HubModel model, Map<ModelId, ModelId> names, Place place, FactSink sink) {
        if (!asked.equals(model.id())) {
            sink.note(place, "It is called " + model.id() + " now");
        }
        sink.model(place, new Model(model.id(), model.traits()));
        Map<ModelId, Relation> parents = new LinkedHashMap<>();
        model.parents().forEach((parent, relation) -> parents.put(names.getOrDefault(parent, parent), relation));
        if (model.recipe() != null) {
            MergekitSource.facts(model.id(), renamed(model.recipe(), names), place.input(), sink);
            model.recipe()
                    .parents()
                    .forEach(parent -> parents.remove(names.getOrDefault(parent.model(), parent.model())));
        }
        parents.forEach((parent, relation) -> {
            String revision = model.sha() == null ? "" : "@" + model.sha();
            try {
                sink.derivation(
                        place,
                        new Derivation(model.id(), parent, relation, null, "Hugging Face baseModels" + revision));
            } catch (IllegalArgumentException e) {
                sink.reject(place, String.valueOf(e.getMessage()));
            }
        });
        ModelCard.of(model.card()).scores(model.id(), place, sink);
        EvalResults.scores(model.id(), model.evalResults(), place, sink);
    }

    private static MergeRecipe renamed(MergeRecipe recipe, Map<ModelId, ModelId> names) {
        return new MergeRecipe(
                recipe.method(),
                recipe.rule(),
                recipe.parents().stream()
                        .map(parent -> new MergeRecipe.Parent(
                                names.getOrDefault(parent.model(), parent.model()),
                                parent.weight(),
                                parent.role(),
                                parent.revision()))
                        .toList(),
                recipe.text());
    }
}
