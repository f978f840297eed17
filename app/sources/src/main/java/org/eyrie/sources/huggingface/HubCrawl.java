package org.eyrie.sources.huggingface;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.ModelId;
import org.eyrie.sources.FactSink;
import org.eyrie.sources.Place;
import org.eyrie.sources.UnreadableException;
import org.eyrie.sources.card.ModelCard;
import org.eyrie.sources.mergekit.MergeRecipe;

/** Walks the model tree breadth-first, each model once, whatever circles there are. */
final class HubCrawl {

    private record Step(ModelId id, int up, int down) {}

    private final HubClient hub;
    private final HubCache cache;
    private final int maxModels;

    /** By the name that was asked for; empty for one that cannot be read. */
    private final Map<ModelId, Optional<HubModel>> found = new LinkedHashMap<>();

    HubCrawl(HubClient hub, HubCache cache, int maxModels) {
        this.hub = hub;
        this.cache = cache;
        this.maxModels = maxModels;
    }

    /**
     * Everything within so many generations above and below the roots.
     *
     * @param sink is told how far the walk is
     */
    Map<ModelId, Optional<HubModel>> walk(List<ModelId> roots, int up, int down, FactSink sink) {
        Deque<Step> waiting = new ArrayDeque<>();
        roots.forEach(root -> waiting.add(new Step(root, up, down)));
        while (!waiting.isEmpty() && found.size() < maxModels) {
            Step step = waiting.remove();
            if (!found.containsKey(step.id())) {
                sink.reached(found.size(), Math.min(maxModels, found.size() + waiting.size() + 1));
                Optional<HubModel> model = HubClient.canAsk(step.id()) ? hub.model(step.id()) : Optional.empty();
                model = model.map(this::withRecipe);
                found.put(step.id(), model);
                model.ifPresent(known -> next(known, step, waiting));
            }
        }
        sink.reached(found.size(), found.size());
        return found;
    }

    private void next(HubModel model, Step step, Deque<Step> waiting) {
        if (step.up() > 0) {
            model.parents().keySet().forEach(parent -> waiting.add(new Step(parent, step.up() - 1, 0)));
            if (model.recipe() != null) {
                model.recipe().parents().forEach(parent -> waiting.add(new Step(parent.model(), step.up() - 1, 0)));
            }
        }
        if (step.down() > 0) {
            hub.children(model.id(), maxModels).forEach(child -> waiting.add(new Step(child, 0, step.down() - 1)));
        }
    }

    // The configuration mergekit leaves beside the weights, else the one in the card it writes.
    private HubModel withRecipe(HubModel model) {
        if (!model.isMerge() || !HubClient.canAsk(model.id())) {
            return model;
        }
        for (String file : List.of("mergekit_config.yml", "README.md")) {
            Optional<MergeRecipe> recipe = cache.text(
                            model, file, () -> hub.file(model.id(), model.sha() == null ? "main" : model.sha(), file))
                    .flatMap(text -> recipe(model, file, text));
            if (recipe.isPresent()) {
                return model.with(recipe.get());
            }
        }
        return model;
    }

    // Somebody's configuration that cannot be read must not end a walk over thousands of models.
    private static Optional<MergeRecipe> recipe(HubModel model, String file, String text) {
        Place place = Place.of(model.id() + "/" + file);
        try {
            return file.endsWith(".md") ? ModelCard.recipe(place, text) : Optional.of(MergeRecipe.parse(place, text));
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }
}
