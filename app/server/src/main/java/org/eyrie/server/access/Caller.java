package org.eyrie.server.access;

import org.eyrie.model.access.AccessScope;
import org.jspecify.annotations.Nullable;

/**
 * Who was let in, and what for.
 *
 * @param name as it stands in the record of writes: that of a token given out here, or {@code oidc:} and the subject that
 *     an issuer names, which no token can be called
 * @param scope what it allows, null for nothing
 */
public record Caller(String name, @Nullable AccessScope scope) {

    public boolean may(AccessScope needed) {
        return scope != null && scope.allows(needed);
    }

    /** What it allows, as people write it. */
    public String allowed() {
        return scope == null ? "nothing here" : scope.code();
    }
}
