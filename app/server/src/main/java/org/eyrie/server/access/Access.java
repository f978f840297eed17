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
 * Whom the service lets in: anybody until there is a token or an issuer of such, then those who have one. Tokens that were
 * made or revoked elsewhere are noticed within {@link #FRESH}.
 */
public final class Access {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final AccessStore store;
    private final @Nullable Issuer issuer;
    private final LongSupplier nanos;
    private volatile @Nullable Known known;

    /** Tokens given out here, and those that an issuer signs where there is one. */
    public Access(AccessStore store, @Nullable Issuer issuer) {
        this(store, issuer, System::nanoTime);
    }

    Access(AccessStore store, @Nullable Issuer issuer, LongSupplier nanos) {
        this.store = store;
        this.issuer = issuer;
        this.nanos = nanos;
    }

    /** Whether nobody needs a token, since none was given out and nobody else gives any. */
    public boolean isOpen() {
        return issuer == null && known().byHash().isEmpty();
    }

    /** Who else gives tokens out. */
    public Optional<String> issuer() {
        return Optional.ofNullable(issuer).map(Issuer::name);
    }

    /**
     * Who bears a token.
     *
     * @throws NotLetInException if it was not given out, was revoked, or is not taken
     */
    public Caller caller(String text) throws NotLetInException {
        if (issuer != null && Issuer.isSigned(text)) {
            return issuer.caller(text);
        }
        AccessToken token = known().byHash().get(new TokenText(text).hash());
        if (token == null) {
            throw NotLetInException.refused("The token is not known here, or was revoked.");
        }
        return new Caller(token.name(), token.scope());
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
