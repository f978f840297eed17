package org.eyrie.lrmf.statistics;

import java.io.Serializable;
import org.eyrie.lrmf.field.FieldStructure;
import org.eyrie.lrmf.field.PenaltyTerms;
import org.eyrie.lrmf.linalg.Bound;
import org.eyrie.lrmf.observation.ObservedCells;

/**
 * A part of a field as it is sent to where it will be worked on: nothing of it is analysed yet.
 *
 * @param terms of its nodes: its models, what else is its own, and from {@code inner} on what it shares with others
 * @param nodes number of them
 * @param inner number of its own
 * @param d numbers a node
 * @param shared per shared node its number among all of them
 * @param cells measured cells, rows being its models
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record PartPlan(PenaltyTerms terms, int nodes, int inner, int d, int[] shared, ObservedCells cells)
        implements Serializable {

    /** The part, analysed, of whatever size its factor is: what it says must be exact. */
    public FieldPart analysed() {
        return new FieldPart(FieldStructure.bounded(terms, nodes, inner, d, Bound.NONE), shared, cells);
    }
}
