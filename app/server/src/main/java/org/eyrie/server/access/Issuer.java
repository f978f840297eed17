package org.eyrie.server.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges tokens that an OpenID Connect issuer signed: by its public keys, which are asked for again after
 * {@link #KEYS_HOLD}, or sooner where a token names one that is not known, twice in {@link #ASKED_AGAIN} at most. While the
 * issuer does not answer, keys hold for {@link #OUTAGE} longer.
 */
public final class Issuer {

    static final Duration KEYS_HOLD = Duration.ofMinutes(5);
    static final Duration ASKED_AGAIN = Duration.ofSeconds(30);
    static final Duration OUTAGE = Duration.ofMinutes(30);

    private static final Logger LOG = LoggerFactory.getLogger(Issuer.class);

    /** Those with a public key alone: one that is shared could be the public one, sent by anybody. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** As OpenID Connect bounds it. */
    private static final Pattern SUBJECT = Pattern.compile("[\\x20-\\x7e]{1,255}");

    private final IssuerSettings settings;
    private final IssuerKeys keys;
    private final DefaultJWTProcessor<SecurityContext> judge = new DefaultJWTProcessor<>();
    private final ScopeClaim scopes;

    public Issuer(IssuerSettings settings, Clock clock) {
        this.settings = settings;
        this.keys = new IssuerKeys(settings);
        this.scopes = new ScopeClaim(settings.claim(), settings.scopes());
        JWKSource<SecurityContext> known = JWKSourceBuilder.create(keys)
                .cache(KEYS_HOLD.toMillis(), PATIENCE.toMillis())
                .refreshAheadCache(false)
                .rateLimited(ASKED_AGAIN.toMillis())
                .outageTolerant(OUTAGE.toMillis())
                .build();
        judge.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        judge.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, known));
        judge.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        settings.audience(),
                        new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
                        Set.of("exp", "sub")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                });
    }

    /**
     * Asks it for its keys, as a check.
     *
     * @return how many there are that could sign a token
     * @throws IOException if it does not answer, or says something else than its keys, with the reason
     */
    public static int countKeys(IssuerSettings settings) throws IOException {
        try {
            return (int) new IssuerKeys(settings)
                            .getJWKSet(JWKSetCacheRefreshEvaluator.forceRefresh(), System.currentTimeMillis(), null)
                            .getKeys()
                            .stream()
                            .filter(key ->
                                    !(key instanceof OctetSequenceKey) && !KeyUse.ENCRYPTION.equals(key.getKeyUse()))
                            .count();
        } catch (KeySourceException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** What it is called. */
    public String name() {
        return settings.issuer();
    }

    /** Whether a text is of the kind that issuers sign: tokens given out here have no dots. */
    static boolean isSigned(String text) {
        return text.indexOf('.') >= 0;
    }

    /**
     * Who bears a token.
     *
     * @throws NotLetInException if it is not this issuer's, not for this service, over, or cannot be judged now
     */
    Caller caller(String token) throws NotLetInException {
        SignedJWT signed = signed(token);
        try {
            JWTClaimsSet claims = judge.process(signed, null);
            String subject = claims.getSubject();
            if (!SUBJECT.matcher(subject).matches()) {
                throw NotLetInException.refused("The token names no subject of 1 to 255 printable ASCII characters.");
            }
            return new Caller("oidc:" + subject, scopes.of(claims));
        } catch (BadJOSEException bad) {
            throw NotLetInException.refused("The token is not taken: " + bad.getMessage() + ".");
        } catch (JOSEException unanswered) {
            if (!keys.isAway()) { // it was asked a moment ago
                throw NotLetInException.refused(
                        "The token is signed by a key that " + settings.issuer() + " did not have a moment ago.");
            }
            LOG.warn("Keys of {} cannot be had: {}", settings.issuer(), String.valueOf(unanswered));
            throw NotLetInException.unknown("Whether the token is " + settings.issuer()
                    + "'s cannot be told: its keys cannot be had just now.");
        }
    }

    private static SignedJWT signed(String token) throws NotLetInException {
        String algorithm;
        try {
            Base64URL head = new Base64URL(token.substring(0, token.indexOf('.')));
            algorithm = JSONObjectUtils.getString(JSONObjectUtils.parse(head.decodeToString()), "alg");
        } catch (ParseException e) {
            throw NotLetInException.refused("The token is neither one of Eyrie's nor a signed JWT.");
        }
        if (algorithm == null || !ALGORITHMS.contains(new JWSAlgorithm(algorithm))) {
            throw NotLetInException.refused("The token's algorithm is \"" + algorithm
                    + "\"; only signatures that a public key checks are taken: " + names() + ".");
        }
        try {
            return SignedJWT.parse(token);
        } catch (ParseException e) {
            throw NotLetInException.refused("The token is no whole JWT.");
        }
    }

    private static String names() {
        Set<String> names = new TreeSet<>();
        ALGORITHMS.forEach(each -> names.add(each.getName()));
        return String.join(", ", names);
    }
}
