package org.eyrie.server.access;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eyrie.model.access.AccessStore;
import org.eyrie.model.access.AccessToken;
import org.jspecify.annotations.Nullable;

/**
 * Whom the service lets in: anybody until there is a token, then those who have one. Tokens that were made or revoked
 * elsewhere are noticed within {@link #FRESH}.
 */
public final class Access {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final AccessStore store;
    private final LongSupplier nanos;
    private volatile @Nullable Known known;

    public Access(AccessStore store) {
        this(store, System::nanoTime);
    }

    Access(AccessStore store, LongSupplier nanos) {
        this.store = store;
        this.nanos = nanos;
    }

    /** Whether nobody needs a token, since none was given out. */
    public boolean isOpen() {
        return known().byHash().isEmpty();
    }

    /** The token that was given out as this text; empty where none was, or it was revoked. */
    public Optional<AccessToken> of(String text) {
        return Optional.ofNullable(known().byHash().get(new TokenText(text).hash()));
    }

    private Known known() {
        Known last = known;
        long now = nanos.getAsLong();
        if (last == null || now - last.at() > FRESH.toNanos()) {
            last = new Known(now, byHash(store.tokens()));
            known = last;
        }
        return last;
    }

    private static Map<String, AccessToken> byHash(List<AccessToken> tokens) {
        Map<String, AccessToken> byHash = new HashMap<>();
        tokens.forEach(token -> byHash.put(token.hash(), token));
        return byHash;
    }

    private record Known(long at, Map<String, AccessToken> byHash) {}
}
