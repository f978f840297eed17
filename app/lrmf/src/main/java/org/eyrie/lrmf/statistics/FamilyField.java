package org.eyrie.lrmf.statistics;

import org.eyrie.lrmf.field.FieldStructure;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.prior.FieldPlan;
import org.eyrie.lrmf.prior.LineageField;
import org.eyrie.lrmf.prior.SharedDictionary;
import org.eyrie.lrmf.problem.Problem;

/**
 * A family, or several, taken by itself: its field, at whose boundary the shared nodes stand, and its cells.
 *
 * @param structure of the field; its boundary are the shared nodes that the family touches
 * @param shared per boundary node its number among all shared nodes
 * @param cells measured cells, rows being the family's models
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record FamilyField(FieldStructure structure, int[] shared, ObservedCells cells) {

    /**
     * Of one or more whole connected components of a lineage.
     *
     * @param problem its models, traits, relations and columns numbered as everywhere
     * @param dictionary what all families agree on
     * @param d numbers per model
     */
    public static FamilyField of(Problem problem, SharedDictionary dictionary, ScoreScale scale, int d) {
        LineageField field = FieldPlan.family(problem.lineage(), problem.traits(), dictionary);
        int[] shared = field.shared().stream().mapToInt(dictionary::numberOf).toArray();
        return new FamilyField(
                FieldStructure.bounded(field.terms(), field.nodes(), field.inner(), d),
                shared,
                ObservedCells.of(problem.observations(), problem.lineage().models(), scale));
    }
}
