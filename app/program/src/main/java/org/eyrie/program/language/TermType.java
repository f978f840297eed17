package org.eyrie.program.language;

/**
 * The type of a term and how many parents it speaks of.
 *
 * @param value what it is
 * @param count how many parents, for {@link ValueType#PER} and {@link ValueType#VECS}; {@link #ALL} where it is as many
 *     as there are; 1 for the other types
 */
public record TermType(ValueType value, int count) {

    /** As many as the merge has parents. */
    public static final int ALL = 0;

    public static final TermType NUM = new TermType(ValueType.NUM, 1);
    public static final TermType VEC = new TermType(ValueType.VEC, 1);
    public static final TermType MASK = new TermType(ValueType.MASK, 1);
    public static final TermType WORD = new TermType(ValueType.WORD, 1);

    static TermType per(int count) {
        return new TermType(ValueType.PER, count);
    }

    static TermType vecs(int count) {
        return new TermType(ValueType.VECS, count);
    }

    /** How many parents with a merge of so many. */
    public int countOf(int parents) {
        return value.perParent() && count == ALL ? parents : Math.max(1, count);
    }

    String phrase() {
        return value.perParent() && count != ALL ? value.phrase() + " (" + count + " of them)" : value.phrase();
    }
}
