package org.eyrie.model;

import static java.util.Comparator.comparing;

import java.util.Comparator;

/**
 * A place in the list of families: after the one of this size and founder.
 *
 * @param size of the family before
 * @param founder of the family before
 */
public record FamilyCursor(int size, ModelId founder) {

    /** Largest first, then by founder. */
    public static final Comparator<Family> LARGEST_FIRST =
            comparing(Family::size).reversed().thenComparing(Family::founder);

    public static FamilyCursor of(Family family) {
        return new FamilyCursor(family.size(), family.founder());
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if no page ended with this
     */
    public static FamilyCursor parse(String cursor) {
        int colon = cursor.indexOf(':');
        try {
            return new FamilyCursor(
                    Integer.parseInt(cursor, 0, Math.max(colon, 0), 10), new ModelId(cursor.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("This is no cursor of the list of families: '" + cursor + "'", e);
        }
    }

    /** Whether a family comes after this place. */
    public boolean isBefore(Family family) {
        return family.size() < size
                || (family.size() == size && family.founder().compareTo(founder) > 0);
    }

    @Override
    public String toString() {
        return size + ":" + founder;
    }
}
