package org.eyrie.sources.spi;

import java.util.List;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Recipe;

/** One thing that a source says. */
public sealed interface Finding {

    /** What has a place in the order of the input: a fact, or what was to be one. */
    sealed interface Row extends Finding {

        /** Where it stands. */
        Place place();
    }

    /** A model, or more about one. */
    record OfModel(Place place, Model model) implements Row {}

    /**
     * What a file lets conclude of a model, which may be less exact than what others say: it counts where nothing is known.
     *
     * @param model with what the file says of it
     * @param build models whose architecture and size it has, where they agree and the file does not say
     */
    record OfTraits(Place place, Model model, List<ModelId> build) implements Row {

        public OfTraits {
            build = List.copyOf(build);
        }
    }

    /** An edge. */
    record OfDerivation(Place place, Derivation derivation) implements Row {}

    /** A benchmark, or more about one. */
    record OfBenchmark(Place place, Benchmark benchmark) implements Row {}

    /** A score. */
    record OfEvaluation(Place place, Evaluation evaluation) implements Row {}

    /** How a merge was made. */
    record OfRecipe(Place place, Recipe recipe) implements Row {}

    /** One row that is wrong; the rest of the input may be right. */
    record Rejected(Place place, String reason) implements Row {}

    /** Input that cannot be read to its end: nothing of the import may be written, whatever the options. */
    record Refused(Place place, String reason) implements Finding {}

    /** A key or column with something in it that nobody reads. */
    record Ignored(String key) implements Finding {}

    /** Something that was accepted and that a person should know. */
    record Noted(Place place, String text) implements Finding {}
}
