package org.eyrie.sources.card;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.sources.mergekit.MergeRecipe;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * The merge configuration that a card quotes. Stages of one merge may stand in fences of their own; they are one
 * configuration where the later ones name the earlier.
 *
 * @param recipe what can be used of it, or null
 * @param trouble why what is quoted cannot be used, or null
 */
public record QuotedRecipe(
        @Nullable MergeRecipe recipe, @Nullable String trouble) {

    private static final QuotedRecipe NONE = new QuotedRecipe(null, null);
    private static final Pattern SIGN = Pattern.compile("(?m)^\\s*(?:- )?(?:\"?merge_method\"?|\"?experts\"?)\\s*:");

    /**
     * The configuration quoted in a card's text; neither recipe nor trouble where there is none.
     *
     * @param named whether {@code base_model} names parents, which count where the configuration does not
     */
    static QuotedRecipe in(Place place, String body, boolean named) {
        List<String> blocks = CodeBlocks.of(body).stream()
                .filter(block -> SIGN.matcher(block).find())
                .distinct()
                .toList();
        if (blocks.isEmpty()) {
            return SIGN.matcher(body).find()
                    ? new QuotedRecipe(null, "A merge configuration stands in the text but in no block of code")
                    : NONE;
        }
        try {
            MergeRecipe recipe = MergeRecipe.parse(place, String.join("\n---\n", blocks));
            return blocks.size() > 1 && hasFolders(recipe)
                    ? unclear(named, "the stages do not name each other")
                    : new QuotedRecipe(recipe, null);
        } catch (UnreadableException e) {
            return unclear(named, String.valueOf(e.getMessage()));
        }
    }

    /**
     * What a relation is worth as a reason to believe a recipe: a card without parents whose text merges some is a merge's,
     * while one parent and nothing but the tag of merges may come from the card of that parent.
     *
     * @param stated whether anybody says so, rather than the tags
     */
    public static Relation worth(Relation relation, boolean stated, int parents) {
        if (stated) {
            return relation;
        }
        if (parents == 0) {
            return relation == Relation.FINETUNE ? Relation.MERGE : relation;
        }
        return parents == 1 && relation == Relation.MERGE ? Relation.FINETUNE : relation;
    }

    /**
     * Why the recipe is somebody else's: people copy the card of the model that they quantise or train on. Null where it is
     * believed.
     *
     * @param named parents that the card or the registry names
     * @param relation how the model came from them, as far as anybody says
     */
    public static @Nullable String disbelief(MergeRecipe recipe, Set<ModelId> named, Relation relation) {
        Set<String> merged =
                recipe.parents().stream().map(parent -> folded(parent.model())).collect(Collectors.toSet());
        boolean holds = named.stream().anyMatch(parent -> merged.contains(folded(parent)));
        return holds || relation == Relation.MERGE
                ? null
                : "A merge configuration is quoted that is not this model's: it holds none of its parents ("
                        + (named.isEmpty() ? "which nobody names" : ModelCard.names(named)) + "), and the model is "
                        + (relation == Relation.UNKNOWN ? "no merge" : words(relation)) + ". It is left out";
    }

    private static String words(Relation relation) {
        return relation == Relation.ADAPTER
                ? "an adapter"
                : relation == Relation.QUANTIZED
                        ? "a quantised copy"
                        : relation == Relation.DISTILL ? "a distilled one" : "a fine-tune";
    }

    private static String folded(ModelId model) {
        return model.value().toLowerCase(Locale.ROOT);
    }

    private static boolean hasFolders(MergeRecipe recipe) {
        return recipe.parents().stream()
                .anyMatch(parent -> org.eyrie.sources.conventions.ModelPaths.isLocal(
                        parent.model().value()));
    }

    private static QuotedRecipe unclear(boolean named, String why) {
        return new QuotedRecipe(
                null,
                "The merge configuration in the text cannot be used, "
                        + (named ? "base_model alone counts" : "and no base_model names a parent") + ": " + why);
    }
}
