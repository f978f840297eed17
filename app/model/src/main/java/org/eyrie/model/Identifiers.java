package org.eyrie.model;

/** What every identifier promises: something to read, bounded, and safe to print on a terminal. */
final class Identifiers {

    private Identifiers() {}

    static void check(String what, String value, int maxLength) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        if (!value.equals(value.strip())) {
            throw new IllegalArgumentException(what + " must not begin or end with white space: '" + value + "'");
        }
        if (value.length() > maxLength) {
            throw new IllegalArgumentException(what + " must not be longer than " + maxLength + " characters: '"
                    + value.substring(0, 40) + "...' has " + value.length());
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    what + " must not contain control characters: '" + value.replaceAll("\\p{Cntrl}", "?") + "'");
        }
    }
}
