package org.eyrie.server.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of an issuer, asked for over the network each time, from where it says at that time that they are. */
final class IssuerKeys implements JWKSetSource<SecurityContext> {

    private static final String DESCRIPTION = "/.well-known/openid-configuration";
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 3_000;
    private static final int MOST_BYTES = 1 << 20;

    private final IssuerSettings settings;
    private final ResourceRetriever network = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES);
    private volatile boolean away;

    IssuerKeys(IssuerSettings settings) {
        this.settings = settings;
    }

    /** Whether the issuer did not answer the last time. */
    boolean isAway() {
        return away;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator known, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        away = true;
        URI place = settings.keys();
        JWKSet keys = new URLBasedJWKSetSource<>(url(place == null ? described() : place), network)
                .getJWKSet(known, now, context);
        away = false;
        return keys;
    }

    private static URL url(URI place) throws KeySourceException {
        try {
            return place.toURL();
        } catch (MalformedURLException e) {
            throw new JWKSetUnavailableException(place + " is no address of keys", e);
        }
    }

    private URI described() throws KeySourceException {
        String issuer = settings.issuer();
        URI place =
                URI.create((issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + DESCRIPTION);
        try {
            Map<String, Object> description =
                    JSONObjectUtils.parse(network.retrieveResource(url(place)).getContent());
            String name = JSONObjectUtils.getString(description, "issuer");
            String keys = JSONObjectUtils.getString(description, "jwks_uri");
            if (!issuer.equals(name)) {
                throw new JWKSetUnavailableException(place + " describes the issuer " + name + ", not " + issuer);
            }
            if (keys == null || !IssuerSettings.isTrustworthy(keys)) {
                throw new JWKSetUnavailableException(place + " names no https:// address of keys, but " + keys);
            }
            return URI.create(keys);
        } catch (IOException | ParseException e) {
            throw new JWKSetUnavailableException(place + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {}
}
