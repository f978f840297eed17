package org.eyrie.lrmf.field;

/** Data about single nodes, as the quadratic form ½ mᵀ P m − hᵀ m that it adds to the field. */
@FunctionalInterface
public interface NodeEvidence {

    /** Nothing is known. */
    NodeEvidence NONE = (node, precision, po, shift, so) -> {};

    /**
     * Adds a node's precision P, d x d, to {@code precision} from {@code po} on and its shift h, d numbers, to
     * {@code shift} from {@code so} on.
     */
    void addTo(int node, double[] precision, int po, double[] shift, int so);
}
