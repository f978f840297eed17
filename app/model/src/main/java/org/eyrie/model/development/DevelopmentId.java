package org.eyrie.model.development;

import java.util.regex.Pattern;

/** Name of a search, such as {@code ciphers-1}: lower-case letters, digits, dashes and dots, at most 64. */
public record DevelopmentId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    public DevelopmentId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("\"" + value
                    + "\" is no name of a search: write lower-case letters, digits, dashes and dots, at most 64");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
