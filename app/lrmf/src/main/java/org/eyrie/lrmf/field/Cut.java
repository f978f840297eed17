package org.eyrie.lrmf.field;

/**
 * A field too large to be factorised, made smaller: where a term's entry is cut, the term speaks of a copy of the node
 * instead, which nothing else joins. So what is below a cut still hears of what is above, but not the other way round.
 *
 * <p>Nodes are numbered anew: the copies stand between the nodes that come first in the order and those from
 * {@code inner} on.
 *
 * @param whole the terms as they were
 * @param terms the terms with copies, entry by entry
 * @param firstCopy number of the first copy
 * @param original per copy, the node it is a copy of
 */
@SuppressWarnings("ArrayRecordComponent")
record Cut(PenaltyTerms whole, PenaltyTerms terms, int firstCopy, int[] original) {

    static Cut none(PenaltyTerms terms, int inner) {
        return new Cut(terms, terms, inner, new int[0]);
    }

    int copies() {
        return original.length;
    }

    boolean isCopy(int node) {
        return node >= firstCopy && node < firstCopy + original.length;
    }
}
