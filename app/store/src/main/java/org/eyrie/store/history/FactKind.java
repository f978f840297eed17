package org.eyrie.store.history;

import java.util.List;
import org.eyrie.model.Forgotten.Counts;
import org.eyrie.store.statement.Statement;

/** A kind of fact that imports write. */
enum FactKind {
    MODEL,
    DERIVATION,
    BENCHMARK,
    SCORE,
    RECIPE;

    /** Gives facts of the kind properties that they had. */
    Statement restore() {
        return switch (this) {
            case MODEL -> Statement.RESTORE_MODELS;
            case DERIVATION -> Statement.RESTORE_DERIVATIONS;
            case BENCHMARK -> Statement.RESTORE_BENCHMARKS;
            case SCORE -> Statement.RESTORE_EVALUATIONS;
            case RECIPE -> Statement.RESTORE_RECIPES;
        };
    }

    /** So many facts of the kind. */
    Counts times(long count) {
        return switch (this) {
            case MODEL -> new Counts(count, 0, 0, 0, 0);
            case DERIVATION -> new Counts(0, count, 0, 0, 0);
            case BENCHMARK -> new Counts(0, 0, count, 0, 0);
            case SCORE -> new Counts(0, 0, 0, count, 0);
            case RECIPE -> new Counts(0, 0, 0, 0, count);
        };
    }

    /**
     * What goes with the import that created a fact, unless a later one named it. Whoever changes a recipe or a score names
     * all of it, but for outcomes; the setup of a benchmark is no import's own, since scores of others were made under it.
     */
    List<String> properties() {
        return switch (this) {
            case MODEL ->
                List.of(
                        "architecture",
                        "parameters_billions",
                        "type",
                        "precision",
                        "chat_template",
                        "moe",
                        "uploaded",
                        "license",
                        "revision");
            case DERIVATION -> List.of("relation", "weight", "evidence");
            case SCORE -> List.of("outcomes");
            case BENCHMARK, RECIPE -> List.of();
        };
    }
}
