package org.eyrie.sources.importing;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.Recipe;

/** Rows on their way to one transaction. */
final class Batch {

    /** Outcomes are long: a transaction of thousands of them would not fit in memory. */
    private static final int MAX_WEIGHT = 4_000_000;

    private final int maxRows;
    private final List<Row> rows = new ArrayList<>();
    private int weight;

    Batch(int maxRows) {
        this.maxRows = maxRows;
    }

    void add(Row row) {
        rows.add(row);
        weight += row.weight();
    }

    boolean isFull() {
        return rows.size() >= maxRows || weight >= MAX_WEIGHT;
    }

    List<Row> rows() {
        return rows;
    }

    void clear() {
        rows.clear();
        weight = 0;
    }

    static Facts facts(List<Row> rows) {
        List<Model> models = new ArrayList<>();
        List<Derivation> derivations = new ArrayList<>();
        List<Benchmark> benchmarks = new ArrayList<>();
        List<Evaluation> evaluations = new ArrayList<>();
        List<Recipe> recipes = new ArrayList<>();
        for (Row row : rows) {
            if (row instanceof Row.OfModel model) {
                models.add(model.model());
            } else if (row instanceof Row.OfDerivation derivation) {
                derivations.add(derivation.derivation());
            } else if (row instanceof Row.OfBenchmark benchmark) {
                benchmarks.add(benchmark.benchmark());
            } else if (row instanceof Row.OfEvaluation evaluation) {
                evaluations.add(evaluation.evaluation());
            } else if (row instanceof Row.OfRecipe recipe) {
                recipes.add(recipe.recipe());
            }
        }
        return new Facts(models, derivations, benchmarks, evaluations, recipes, null);
    }
}
