package org.eyrie.sources.importing;

import java.util.Optional;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.sources.spi.Place;
import org.jspecify.annotations.Nullable;

/**
 * What one import has said so far, to find rows that contradict an earlier one. Kept as numbers: a million edges or
 * scores of as many models take a few hundred megabytes.
 */
final class Ledger {

    private static final double UNKNOWN = -1;

    private final Names<ModelId> models = new Names<>();
    private final Names<BenchmarkId> benchmarks = new Names<>();
    private final Names<Relation> relationNames = new Names<>();
    private final PairTable weights = new PairTable();
    private final PairTable relations = new PairTable();
    private final Names<String> inputs = new Names<>();
    private final PairTable scores = new PairTable();
    private final PairTable scoreInputs = new PairTable();
    private final PairTable outcomes = new PairTable();

    /** Takes an edge down, or says what is wrong with it after all that went before. */
    Optional<String> add(Place place, Derivation edge) {
        int child = models.number(edge.child());
        int parent = models.number(edge.parent());
        if (relations.add(child, parent, relationNames.number(edge.relation()), place.line())) {
            weights.add(child, parent, unlessNull(edge.weight()), place.line());
            return Optional.empty();
        }
        Relation relation = relationNames.name((int) relations.value(child, parent));
        if (relation == Relation.UNKNOWN) {
            relations.set(child, parent, relationNames.number(edge.relation()));
        } else if (edge.relation() != Relation.UNKNOWN && edge.relation() != relation) {
            return Optional.of(twice("The edge " + edge.child() + " -> " + edge.parent(), relations, child, parent)
                    + "with relation " + relation.code() + ", here it is "
                    + edge.relation().code()
                    + ": keep one of them");
        }
        double weight = weights.value(child, parent);
        if (weight == UNKNOWN) {
            weights.set(child, parent, unlessNull(edge.weight()));
        } else if (edge.weight() != null && edge.weight() != weight) {
            return Optional.of(twice("The edge " + edge.child() + " -> " + edge.parent(), relations, child, parent)
                    + "with weight " + weight + ", here it is " + edge.weight() + ": keep one of them");
        }
        return Optional.empty();
    }

    /** Takes a score down, or says what is wrong with it after all that went before. */
    Optional<String> add(Place place, Evaluation evaluation) {
        int model = models.number(evaluation.model());
        int benchmark = benchmarks.number(evaluation.benchmark());
        if (scores.add(model, benchmark, evaluation.score(), place.line())) {
            int input = inputs.number(place.input());
            if (input > 0) { // most are in the first one
                scoreInputs.add(model, benchmark, input, place.line());
            }
        } else if (scores.value(model, benchmark) != evaluation.score()) {
            String first = inputs.name((int) scoreInputs.value(model, benchmark, 0));
            return Optional.of(twice(
                            what(evaluation),
                            scores,
                            model,
                            benchmark,
                            first.equals(place.input()) ? "" : "in " + first + " ")
                    + "as " + scores.value(model, benchmark)
                    + ", here it is " + evaluation.score() + ": keep one of them");
        }
        if (evaluation.outcomes() != null) {
            int hash = evaluation.outcomes().hashCode();
            if (!outcomes.add(model, benchmark, hash, place.line()) && outcomes.value(model, benchmark) != hash) {
                return Optional.of(twice(what(evaluation), outcomes, model, benchmark)
                        + "with other outcomes of its items: keep one of them");
            }
        }
        return Optional.empty();
    }

    private static String what(Evaluation evaluation) {
        return "The score of " + evaluation.model() + " on " + evaluation.benchmark();
    }

    /** The edges so far, to search them for a cycle. */
    EdgeList edges() {
        return new EdgeList(models, relations.pairs());
    }

    int edgeCount() {
        return relations.size();
    }

    private static String twice(String what, PairTable table, int first, int second) {
        return twice(what, table, first, second, "");
    }

    /** @param input where the first one is, if elsewhere */
    private static String twice(String what, PairTable table, int first, int second, String input) {
        long line = table.line(first, second);
        return what + " stands twice: " + input + (line > 0 ? "on line " + line + " " : "first ");
    }

    private static double unlessNull(@Nullable Double weight) {
        return weight == null ? UNKNOWN : weight;
    }
}
