package org.eyrie.sources.huggingface;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Recipe;
import org.eyrie.sources.card.ModelCard;
import org.eyrie.sources.card.QuotedRecipe;
import org.eyrie.sources.mergekit.MergeRecipe;
import org.eyrie.sources.mergekit.MergekitSource;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Finding;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;

/**
 * A merge recipe as it lies beside a model's files.
 *
 * @param merge what it makes of which models
 * @param edges its parents with their weights
 * @param recipe itself
 * @param notes what a person should know of it
 */
record FoundRecipe(MergeRecipe merge, List<Derivation> edges, Recipe recipe, List<String> notes) {

    /** Where recipes are looked for, in this order. */
    static final List<String> FILES = List.of("mergekit_config.yml", "README.md");

    /**
     * The recipe in a file; empty where a card holds none.
     *
     * @param file one of {@link #FILES}
     * @param source for evidence
     * @throws UnreadableException if the file is not what its name says, or what it quotes cannot be used
     */
    static Optional<FoundRecipe> read(ModelId model, String file, String text, String source)
            throws UnreadableException {
        Place place = Place.of(source);
        if (!file.endsWith(".md")) {
            return Optional.of(of(model, MergeRecipe.parse(place, text), source));
        }
        QuotedRecipe quoted = ModelCard.parse(place, text).quoted(place);
        if (quoted.trouble() != null) {
            throw new UnreadableException(place, quoted.trouble());
        }
        return Optional.ofNullable(quoted.recipe()).map(recipe -> of(model, recipe, source));
    }

    private static FoundRecipe of(ModelId model, MergeRecipe merge, String source) {
        List<Derivation> edges = new ArrayList<>();
        List<Recipe> recipes = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        MergekitSource.facts(model, merge, source, FactSink.of(finding -> {
            if (finding instanceof Finding.OfDerivation edge) {
                edges.add(edge.derivation());
            } else if (finding instanceof Finding.OfRecipe found) {
                recipes.add(found.recipe());
            } else if (finding instanceof Finding.Noted noted) {
                notes.add(noted.text());
            }
        }));
        return new FoundRecipe(merge, edges, recipes.get(0), notes);
    }
}
