package org.eyrie.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.eyrie.model.access.AccessScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A signed token is taken from the issuer that is trusted, for this service, while it holds, and in no other case. */
class IssuerTest {

    private final LocalIssuer issuer = new LocalIssuer();
    private final Issuer judge = issuer.judge();
    private final Instant now = LocalIssuer.CLOCK.instant();

    @AfterEach
    void close() {
        issuer.close();
    }

    private void isRefused(String token, String why) {
        assertThatThrownBy(() -> judge.caller(token))
                .isInstanceOf(NotLetInException.class)
                .hasMessageContaining(why)
                .extracting(refused -> ((NotLetInException) refused).isPassing())
                .isEqualTo(false);
    }

    @Test
    void whoBearsAGoodOneIsKnownBySubjectAndMayWhatItsScopeSays() throws NotLetInException {
        String token = issuer.signed(issuer.claims("ann").claim("scope", "openid ingest read"));
        assertThat(judge.caller(token)).isEqualTo(new Caller("oidc:ann", AccessScope.INGEST));
    }

    @Test
    void accessTokensSaySoInTheirType() throws NotLetInException, JOSEException {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first");
        RSASSASigner signer = new RSASSASigner(issuer.key());
        JWTClaimsSet.Builder claims = issuer.claims("ann");
        String access =
                LocalIssuer.signed(header.type(new JOSEObjectType("at+jwt")).build(), claims, signer);
        assertThat(judge.caller(access).name()).isEqualTo("oidc:ann");
        isRefused(
                LocalIssuer.signed(header.type(new JOSEObjectType("logout+jwt")).build(), claims, signer),
                "logout+jwt");
    }

    @Test
    void oneThatIsOverIsRefused() {
        isRefused(
                issuer.signed(issuer.claims("ann").expirationTime(Date.from(now.minus(Duration.ofMinutes(2))))),
                "Expired");
        isRefused(
                issuer.signed(issuer.claims("ann").notBeforeTime(Date.from(now.plus(Duration.ofMinutes(2))))),
                "before use");
        isRefused(issuer.signed(issuer.claims("ann").expirationTime(null)), "exp");
    }

    @Test
    void oneForAnotherServiceOrFromAnotherIssuerIsRefused() {
        isRefused(issuer.signed(issuer.claims("ann").audience("https://elsewhere.example.com")), "audience");
        isRefused(issuer.signed(issuer.claims("ann").audience((String) null)), "aud");
        isRefused(issuer.signed(issuer.claims("ann").issuer("https://other.example.com")), "iss");
        isRefused(issuer.signed(issuer.claims("ann").subject(null)), "sub");
        isRefused(issuer.signed(issuer.claims("ann\nbob")), "subject");
    }

    @Test
    void oneThatIsNotSignedByTheIssuersKeyIsRefused() {
        RSAKey other = LocalIssuer.key("first");
        isRefused(LocalIssuer.signed(issuer.claims("ann"), other), "Invalid signature");
        isRefused(LocalIssuer.signed(issuer.claims("ann"), LocalIssuer.key("unheard-of")), "no matching key");
        String good = issuer.signed(issuer.claims("ann"));
        String[] parts = good.split("\\.", -1);
        String changed = issuer.signed(issuer.claims("bob"));
        isRefused(parts[0] + "." + changed.split("\\.", -1)[1] + "." + parts[2], "Invalid signature");
        isRefused(parts[0] + "." + parts[1] + ".", "whole");
        isRefused("not.even.that", "neither");
    }

    @Test
    void oneThatNobodySignedIsRefused() {
        isRefused(new PlainJWT(issuer.claims("ann").build()).serialize(), "\"none\"");
    }

    /** The public key is known to all: whoever takes it for a shared one takes everybody's tokens. */
    @Test
    void oneThatTheIssuersPublicKeySignedAsIfItWereSharedIsRefused() throws JOSEException {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build();
        byte[] pem = issuer.key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        isRefused(LocalIssuer.signed(header, issuer.claims("ann"), new MACSigner(pem)), "\"HS256\"");
        byte[] encoded = issuer.key().toPublicKey().getEncoded();
        isRefused(LocalIssuer.signed(header, issuer.claims("ann"), new MACSigner(encoded)), "\"HS256\"");
    }

    @Test
    void keysAreAskedForOnceAndAgainWhereATokenNamesANewOne() throws NotLetInException {
        for (int each = 0; each < 5; each++) {
            judge.caller(issuer.signed(issuer.claims("ann")));
        }
        assertThat(issuer.asked()).isEqualTo(1);
        RSAKey next = LocalIssuer.key("second");
        issuer.turnTo(next);
        assertThat(judge.caller(issuer.signed(issuer.claims("ann"))).name()).isEqualTo("oidc:ann");
        assertThat(issuer.asked()).isEqualTo(2);
        for (int each = 0; each < 9; each++) {
            isRefused(LocalIssuer.signed(issuer.claims("ann"), LocalIssuer.key("made-up-" + each)), "key");
        }
        assertThat(issuer.asked())
                .as("questions that tokens with names of keys cause")
                .isLessThanOrEqualTo(3);
    }

    @Test
    void whileTheIssuerIsAwayKnownKeysHoldAndWithoutAnyNothingIsSaidOfTheToken() throws NotLetInException {
        String token = issuer.signed(issuer.claims("ann"));
        judge.caller(token);
        Issuer fresh = issuer.judge();
        issuer.close();
        assertThat(judge.caller(token).name()).isEqualTo("oidc:ann");
        for (int each = 0; each < 4; each++) {
            assertThatThrownBy(() -> fresh.caller(token))
                    .isInstanceOf(NotLetInException.class)
                    .extracting(refused -> ((NotLetInException) refused).isPassing())
                    .isEqualTo(true);
        }
    }

    @Test
    void theClaimMayBeAListOrLieDeepOrHaveDotsInItsName() {
        Map<String, AccessScope> meanings = Map.of("eyrie-team", AccessScope.READ, "eyrie-ops", AccessScope.ADMIN);
        JWTClaimsSet claims = issuer.claims("ann")
                .claim("groups", List.of("all", "eyrie-team"))
                .claim("realm_access", Map.of("roles", List.of("eyrie-ops", "eyrie-team")))
                .claim("https://example.com/roles", "eyrie-ops")
                .build();
        assertThat(new ScopeClaim("groups", meanings).of(claims)).isEqualTo(AccessScope.READ);
        assertThat(new ScopeClaim("realm_access.roles", meanings).of(claims)).isEqualTo(AccessScope.ADMIN);
        assertThat(new ScopeClaim("https://example.com/roles", meanings).of(claims))
                .isEqualTo(AccessScope.ADMIN);
        assertThat(new ScopeClaim("roles", meanings).of(claims)).isNull();
        assertThat(new ScopeClaim("sub.roles", meanings).of(claims)).isNull();
    }
}
