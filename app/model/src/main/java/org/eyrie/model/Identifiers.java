package org.eyrie.model;

/** What every identifier promises: something to read, bounded, and safe to print on a terminal. */
final class Identifiers {

    private Identifiers() {}

    // By code point, as the database orders: String.compareTo puts U+1F600 before U+FF21.
    static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int at = 0; at < length; at++) {
            char here = one.charAt(at);
            char there = other.charAt(at);
            if (here != there) {
                boolean bothOrNone = Character.isSurrogate(here) == Character.isSurrogate(there);
                return bothOrNone ? Character.compare(here, there) : Character.isSurrogate(here) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }

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
        // Half of a pair is no character: UTF-8 has none for it, so the database would keep another id than was given.
        if (hasHalfOfAPair(value)) {
            throw new IllegalArgumentException(what + " must not contain half of a character (a lone surrogate): '"
                    + value.replaceAll("\\p{Cs}", "?") + "'");
        }
        if (hasControl(value)) {
            throw new IllegalArgumentException(
                    what + " must not contain control characters: '" + value.replaceAll("\\p{Cntrl}", "?") + "'");
        }
    }

    // No streams: this is done for every name in a file of millions.
    private static boolean hasHalfOfAPair(String value) {
        for (int at = 0; at < value.length(); at++) {
            char here = value.charAt(at);
            if (Character.isHighSurrogate(here)
                    && at + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(at + 1))) {
                at++;
            } else if (Character.isSurrogate(here)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasControl(String value) {
        for (int at = 0; at < value.length(); at++) {
            if (Character.isISOControl(value.charAt(at))) {
                return true;
            }
        }
        return false;
    }
}
