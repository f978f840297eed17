package org.eyrie.sources.huggingface;

import java.util.List;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;
import org.eyrie.sources.UnreadableException;

/** Reads a merge recipe as it is found beside a model's files. */
@FunctionalInterface
public interface RecipeReader {

    /** Reads none: parents come from the Hub alone, without weights. */
    RecipeReader NONE = (child, yaml, evidence) -> List.of();

    /**
     * The edges of a recipe, with weights.
     *
     * @param yaml the recipe, or a card in which it stands fenced
     * @throws UnreadableException if it is no recipe
     */
    List<Derivation> parents(ModelId child, String yaml, String evidence) throws UnreadableException;
}
