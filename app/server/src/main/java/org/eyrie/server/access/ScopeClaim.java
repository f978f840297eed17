package org.eyrie.server.access;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eyrie.model.access.AccessScope;
import org.jspecify.annotations.Nullable;

/**
 * Where a signed token says what its bearer may do.
 *
 * @param claim its name, or names from the outermost to the innermost with dots between, such as {@code realm_access.roles}
 * @param meanings what words there allow
 */
record ScopeClaim(String claim, Map<String, AccessScope> meanings) {

    /** The most that any of its words allows; null where none means anything here. */
    @Nullable
    AccessScope of(JWTClaimsSet claims) {
        return words(value(claims))
                .map(meanings::get)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    // A name with dots is a name first: some issuers demand web addresses.
    private @Nullable Object value(JWTClaimsSet claims) {
        Object whole = claims.getClaim(claim);
        if (whole != null) {
            return whole;
        }
        Object inner = claims.getClaims();
        for (String name : claim.split("\\.", -1)) {
            inner = inner instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return inner;
    }

    /** A text has words between blanks, as OAuth writes scopes; a list has one in each place. */
    private static Stream<String> words(@Nullable Object value) {
        if (value instanceof String text) {
            return Arrays.stream(text.split(" ", -1));
        }
        return value instanceof Collection<?> list ? list.stream().map(String::valueOf) : Stream.empty();
    }
}
