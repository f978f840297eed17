package org.eyrie.server.access;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.access.AccessScope;
import org.jspecify.annotations.Nullable;

/**
 * Whose signed tokens are taken beside those that were given out here.
 *
 * @param issuer what {@code iss} must say, and where the issuer describes itself
 * @param audience what {@code aud} must hold: how the issuer calls this service
 * @param keys where the issuer's keys are, null where its description says so
 * @param claim which claim holds what the bearer may do
 * @param scopes what words of that claim allow
 */
public record IssuerSettings(
        String issuer, String audience, @Nullable URI keys, String claim, Map<String, AccessScope> scopes) {

    static final String ISSUER = "EYRIE_OIDC_ISSUER";
    static final String AUDIENCE = "EYRIE_OIDC_AUDIENCE";
    static final String KEYS = "EYRIE_OIDC_JWKS";
    static final String CLAIM = "EYRIE_OIDC_CLAIM";
    static final String SCOPES = "EYRIE_OIDC_SCOPES";

    private static final String USUAL_CLAIM = "scope";
    private static final String USUAL_SCOPES = "read=read,ingest=ingest,admin=admin";

    public IssuerSettings {
        scopes = Map.copyOf(scopes);
    }

    /**
     * What the environment says; empty where it names no issuer.
     *
     * @throws InvalidInputException with every fault
     */
    public static Optional<IssuerSettings> of(Map<String, String> environment) {
        String issuer = environment.getOrDefault(ISSUER, "").strip();
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        List<Fault> faults = new ArrayList<>();
        check(ISSUER, issuer, faults);
        String audience = environment.getOrDefault(AUDIENCE, "").strip();
        if (audience.isEmpty()) {
            faults.add(new Fault(
                    AUDIENCE,
                    "is missing: it must say how the issuer calls this service, or tokens for any"
                            + " other service would do here"));
        }
        String keys = environment.getOrDefault(KEYS, "").strip();
        if (!keys.isEmpty()) {
            check(KEYS, keys, faults);
        }
        Map<String, AccessScope> scopes = scopes(environment.getOrDefault(SCOPES, USUAL_SCOPES), faults);
        if (!faults.isEmpty()) {
            throw new InvalidInputException("The environment", faults);
        }
        String claim = environment.getOrDefault(CLAIM, USUAL_CLAIM).strip();
        return Optional.of(new IssuerSettings(
                issuer,
                audience,
                keys.isEmpty() ? null : URI.create(keys),
                claim.isEmpty() ? USUAL_CLAIM : claim,
                scopes));
    }

    private static void check(String name, String address, List<Fault> faults) {
        if (!isTrustworthy(address)) {
            faults.add(new Fault(
                    name,
                    "must begin with https:// (or http:// for this machine itself), since whoever can change what comes"
                            + " from there can sign tokens; not " + address));
        }
    }

    /** Whether what comes from there comes from whom it says. */
    static boolean isTrustworthy(String address) {
        try {
            URI uri = new URI(address);
            String host = uri.getHost();
            if (host == null || uri.getScheme() == null) {
                return false;
            }
            return uri.getScheme().equalsIgnoreCase("https")
                    || (uri.getScheme().equalsIgnoreCase("http")
                            && InetAddress.getByName(host).isLoopbackAddress());
        } catch (URISyntaxException | UnknownHostException e) {
            return false;
        }
    }

    private static Map<String, AccessScope> scopes(String text, List<Fault> faults) {
        Map<String, AccessScope> scopes = new LinkedHashMap<>();
        for (String each : text.split(",", -1)) {
            int equals = each.lastIndexOf('=');
            String word = equals < 0 ? "" : each.substring(0, equals).strip();
            Optional<AccessScope> scope =
                    AccessScope.ofCode(each.substring(equals + 1).strip());
            if (word.isEmpty() || scope.isEmpty()) {
                faults.add(
                        new Fault(SCOPES, "must be like team=read,ops=admin, with read, ingest or admin; not " + each));
            } else {
                scopes.merge(word, scope.get(), (one, other) -> one.allows(other) ? one : other);
            }
        }
        return scopes;
    }
}
