package org.eyrie.boosting;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Problem;

/** Rows of features: what is known of a model, what is around it, and what it scored elsewhere where that is shown. */
final class FeatureTable {

    private final ModelTraits traits;
    private final ModelScores scores;
    private final Surroundings surroundings;
    private final int words;
    private final int[] parents;

    /**
     * @param scores all that are known: a model's own, where they are shown, are taken from these
     * @param surroundings what may be looked at around a model
     */
    FeatureTable(Problem problem, ModelScores scores, Surroundings surroundings) {
        this.traits = problem.traits();
        this.scores = scores;
        this.surroundings = surroundings;
        this.words =
                Arrays.stream(traits.words()).flatMapToInt(Arrays::stream).max().orElse(-1) + 1;
        this.parents = new int[traits.models()];
        for (int child : problem.lineage().child()) {
            parents[child]++;
        }
    }

    /**
     * Appends a row.
     *
     * @param past whether only models count that are older than this one
     * @param shown columns of which its own scores may be known, never this one
     */
    void append(int model, int column, boolean past, int[] shown, DoubleRow row) {
        row.add(traits.parametersBillions()[model]);
        row.add(traits.uploadedDay()[model]);
        row.add(traits.architecture()[model]);
        row.add(traits.type()[model]);
        row.add(traits.precision()[model]);
        row.add(traits.chatTemplate()[model]);
        row.add(traits.moe()[model]);
        row.add(parents[model]);
        for (int word = 0; word < words; word++) {
            int wanted = word;
            row.add(IntStream.of(traits.words()[model]).anyMatch(own -> own == wanted) ? 1 : 0);
        }
        surroundings.append(model, column, past, row);
        appendShown(model, past, shown, row);
    }

    /** Its scores elsewhere, and by how much they are above those of its kind and of its parents. */
    private void appendShown(int model, boolean past, int[] shown, DoubleRow row) {
        double[] own = new double[scores.columns()];
        Arrays.fill(own, Double.NaN);
        for (int other : shown) {
            own[other] = scores.at(model, other);
        }
        for (double score : own) {
            row.add(score);
        }
        row.add(IntStream.of(shown)
                .mapToDouble(other -> own[other] - surroundings.ofKind(model, other, past))
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN));
        row.add(IntStream.of(shown)
                .mapToDouble(other -> own[other] - surroundings.ofParents(model, other, past))
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN));
    }
}
