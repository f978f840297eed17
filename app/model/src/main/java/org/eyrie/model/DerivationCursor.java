package org.eyrie.model;

import static java.util.Comparator.comparing;

import java.util.Comparator;

/**
 * A place among the derivations below a model: after the one of this generation, child and parent.
 *
 * @param hops generation of the child, at least 1: how far its parent is from the model, and one more
 * @param child of the derivation before
 * @param parent of the derivation before
 */
public record DerivationCursor(int hops, ModelId child, ModelId parent) {

    /** Of one generation, by child, then by parent. */
    public static final Comparator<Derivation> OF_A_GENERATION =
            comparing(Derivation::child).thenComparing(Derivation::parent);

    /** Between child and parent, since no id contains it. */
    private static final char BREAK = '\n';

    public static DerivationCursor of(int hops, Derivation derivation) {
        return new DerivationCursor(hops, derivation.child(), derivation.parent());
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if no page ended with this
     */
    public static DerivationCursor parse(String cursor) {
        int colon = cursor.indexOf(':');
        int between = cursor.indexOf(BREAK);
        try {
            int hops = Integer.parseInt(cursor, 0, Math.max(colon, 0), 10);
            if (hops >= 1 && hops <= LineageStore.MAX_HOPS && between > colon) {
                return new DerivationCursor(
                        hops,
                        new ModelId(cursor.substring(colon + 1, between)),
                        new ModelId(cursor.substring(between + 1)));
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "This is no cursor of a list of derivations: '" + cursor.replace(BREAK, ' ') + "'");
    }

    /** Whether a derivation of some generation comes after this place. */
    public boolean isBefore(int generation, Derivation derivation) {
        int byChild = derivation.child().compareTo(child);
        return generation > hops
                || (generation == hops
                        && (byChild > 0 || (byChild == 0 && derivation.parent().compareTo(parent) > 0)));
    }

    @Override
    public String toString() {
        return hops + ":" + child + BREAK + parent;
    }
}
