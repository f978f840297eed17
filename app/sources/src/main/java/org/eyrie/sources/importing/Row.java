package org.eyrie.sources.importing;

import java.util.List;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.Outcomes;
import org.eyrie.model.Recipe;
import org.eyrie.sources.spi.Place;

/** One thing a source handed over, with its place, waiting to be checked. */
sealed interface Row {

    Place place();

    /** What it weighs in a batch, in characters beyond the usual. */
    default int weight() {
        return 0;
    }

    record OfModel(Place place, Model model) implements Row {}

    record OfDerivation(Place place, Derivation derivation) implements Row {}

    record OfBenchmark(Place place, Benchmark benchmark) implements Row {}

    record OfEvaluation(Place place, Evaluation evaluation) implements Row {
        @Override
        public int weight() {
            Outcomes outcomes = evaluation.outcomes();
            if (outcomes == null) {
                return 0;
            }
            List<String> names = outcomes.names();
            return outcomes.items()
                    + (names == null
                            ? 0
                            : names.stream().mapToInt(String::length).sum());
        }
    }

    record OfRecipe(Place place, Recipe recipe) implements Row {
        @Override
        public int weight() {
            return recipe.text().length();
        }
    }

    /** Kept in line, so that faults are listed in the order of the rows. */
    record Rejected(Place place, String reason) implements Row {}
}
