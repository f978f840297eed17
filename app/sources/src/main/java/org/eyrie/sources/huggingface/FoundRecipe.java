package org.eyrie.sources.huggingface;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Recipe;
import org.eyrie.sources.card.ModelCard;
import org.eyrie.sources.mergekit.MergeRecipe;
import org.eyrie.sources.mergekit.MergekitSource;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Finding;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;

/**
 * A merge recipe as it lies beside a model's files.
 *
 * @param edges its parents with their weights
 * @param recipe itself
 */
record FoundRecipe(List<Derivation> edges, Recipe recipe) {

    /** Where recipes are looked for, in this order. */
    static final List<String> FILES = List.of("mergekit_config.yml", "README.md");

    /**
     * The recipe in a file; empty where a card holds none.
     *
     * @param file one of {@link #FILES}
     * @param source for evidence
     * @throws UnreadableException if the file is not what its name says
     */
    static Optional<FoundRecipe> read(ModelId model, String file, String text, String source)
            throws UnreadableException {
        List<Derivation> edges = new ArrayList<>();
        List<Recipe> recipes = new ArrayList<>();
        FactSink taken = FactSink.of(finding -> {
            if (finding instanceof Finding.OfDerivation edge) {
                edges.add(edge.derivation());
            } else if (finding instanceof Finding.OfRecipe found) {
                recipes.add(found.recipe());
            }
        });
        if (file.endsWith(".md")) {
            ModelCard.parse(Place.of(source), text).facts(model, Place.of(source), taken);
        } else {
            MergekitSource.facts(model, MergeRecipe.parse(Place.of(source), text), source, taken);
        }
        // Without a recipe the edges are those of the front matter, which the Hub has said already.
        return recipes.stream().findFirst().map(recipe -> new FoundRecipe(edges, recipe));
    }
}
