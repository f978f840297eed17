package org.eyrie.sources.importing;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.Outcomes;
import org.eyrie.model.Recipe;
import org.eyrie.sources.spi.Finding;

/** Rows on their way to one transaction. */
final class Batch {

    /** Outcomes are long: a transaction of thousands of them would not fit in memory. */
    private static final int MAX_WEIGHT = 4_000_000;

    private final int maxRows;
    private final List<Finding.Row> rows = new ArrayList<>();
    private long weight;

    Batch(int maxRows) {
        this.maxRows = maxRows;
    }

    void add(Finding.Row row) {
        rows.add(row);
        weight += weight(row);
    }

    boolean isFull() {
        return rows.size() >= maxRows || weight >= MAX_WEIGHT;
    }

    List<Finding.Row> rows() {
        return rows;
    }

    void clear() {
        rows.clear();
        weight = 0;
    }

    // What it takes beyond the usual, in characters.
    static long weight(Finding.Row row) {
        if (row instanceof Finding.OfRecipe recipe) {
            return recipe.recipe().text().length();
        }
        Outcomes outcomes =
                row instanceof Finding.OfEvaluation score ? score.evaluation().outcomes() : null;
        if (outcomes == null) {
            return 0;
        }
        List<String> names = outcomes.names();
        return outcomes.items()
                + (names == null ? 0 : names.stream().mapToLong(String::length).sum());
    }

    static Facts facts(List<Finding.Row> rows) {
        List<Model> models = new ArrayList<>();
        List<Derivation> derivations = new ArrayList<>();
        List<Benchmark> benchmarks = new ArrayList<>();
        List<Evaluation> evaluations = new ArrayList<>();
        List<Recipe> recipes = new ArrayList<>();
        for (Finding.Row row : rows) {
            if (row instanceof Finding.OfModel model) {
                models.add(model.model());
            } else if (row instanceof Finding.OfDerivation derivation) {
                derivations.add(derivation.derivation());
            } else if (row instanceof Finding.OfBenchmark benchmark) {
                benchmarks.add(benchmark.benchmark());
            } else if (row instanceof Finding.OfEvaluation evaluation) {
                evaluations.add(evaluation.evaluation());
            } else if (row instanceof Finding.OfRecipe recipe) {
                recipes.add(recipe.recipe());
            }
        }
        return new Facts(models, derivations, benchmarks, evaluations, recipes, null);
    }
}
