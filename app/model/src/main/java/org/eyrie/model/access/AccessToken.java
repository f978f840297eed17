package org.eyrie.model.access;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A token that was given out. The token itself is nowhere kept.
 *
 * @param name what people call it, such as that of a person or a program: letters, digits, dots, dashes and underscores
 * @param hash SHA-256 of the token, hexadecimal; the token has 256 random bits, so that nothing slower is needed
 * @param scope what it allows
 * @param createdAt when it was made
 */
public record AccessToken(String name, String hash, AccessScope scope, Instant createdAt) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public AccessToken {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A token is called by up to 64 letters, digits, dots, dashes and"
                    + " underscores, such as ci or ann.b, not \"" + name + "\"");
        }
    }

    // The hash stays out of logs.
    @Override
    public String toString() {
        return name + " (" + scope.code() + ")";
    }
}
