package org.eyrie.lrmf.statistics;

import org.eyrie.lrmf.field.FieldStructure;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.prior.FieldPlan;
import org.eyrie.lrmf.prior.LineageField;
import org.eyrie.lrmf.prior.SharedDictionary;
import org.eyrie.lrmf.problem.Problem;

/**
 * A part of a field taken by itself, such as one or more families: its own field, at whose boundary the nodes stand that it
 * shares with others, and its cells.
 *
 * @param structure of the field; its boundary are the shared nodes that the part touches
 * @param shared per boundary node its number among all shared nodes
 * @param cells measured cells, rows being the part's models, its first nodes
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record FieldPart(FieldStructure structure, int[] shared, ObservedCells cells) {

    /**
     * Of one or more whole connected components of a lineage.
     *
     * @param problem its models, traits, relations and columns numbered as everywhere
     * @param dictionary what all families agree on
     * @param d numbers per model
     */
    public static FieldPart of(Problem problem, SharedDictionary dictionary, ScoreScale scale, int d) {
        LineageField field = FieldPlan.family(problem.lineage(), problem.traits(), dictionary);
        int[] shared = field.shared().stream().mapToInt(dictionary::numberOf).toArray();
        return new FieldPart(
                FieldStructure.bounded(field.terms(), field.nodes(), field.inner(), d),
                shared,
                ObservedCells.of(problem.observations(), problem.lineage().models(), scale));
    }
}
