package org.eyrie.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.access.AccessScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerSettingsTest {

    private static Map<String, String> environment() {
        return new HashMap<>(
                Map.of("EYRIE_OIDC_ISSUER", "https://id.example.com/realms/eyrie", "EYRIE_OIDC_AUDIENCE", "eyrie"));
    }

    @Test
    void withoutAnIssuerThereIsNone() {
        assertThat(IssuerSettings.of(Map.of())).isEmpty();
        assertThat(IssuerSettings.of(Map.of("EYRIE_OIDC_ISSUER", " "))).isEmpty();
    }

    @Test
    void wordsOfTheClaimMeanThemselvesUnlessToldOtherwise() {
        assertThat(IssuerSettings.of(environment()).orElseThrow().scopes())
                .isEqualTo(Map.of("read", AccessScope.READ, "ingest", AccessScope.INGEST, "admin", AccessScope.ADMIN));
        Map<String, String> told = environment();
        told.put("EYRIE_OIDC_SCOPES", "team=read, a=b=ingest,ops=read,ops=admin");
        told.put("EYRIE_OIDC_CLAIM", "groups");
        IssuerSettings settings = IssuerSettings.of(told).orElseThrow();
        assertThat(settings.claim()).isEqualTo("groups");
        assertThat(settings.scopes())
                .isEqualTo(Map.of("team", AccessScope.READ, "a=b", AccessScope.INGEST, "ops", AccessScope.ADMIN));
    }

    @ParameterizedTest
    @CsvSource({
        "EYRIE_OIDC_ISSUER, http://id.example.com",
        "EYRIE_OIDC_ISSUER, id.example.com",
        "EYRIE_OIDC_ISSUER, ftp://127.0.0.1/",
        "EYRIE_OIDC_JWKS, http://id.example.com/keys",
        "EYRIE_OIDC_AUDIENCE, ''",
        "EYRIE_OIDC_SCOPES, ops=root",
        "EYRIE_OIDC_SCOPES, ops",
        "EYRIE_OIDC_SCOPES, =read",
    })
    void whatWouldLetInTheWrongOnesIsRefusedByName(String name, String value) {
        Map<String, String> environment = environment();
        environment.put(name, value);
        assertThatThrownBy(() -> IssuerSettings.of(environment))
                .isInstanceOf(InvalidInputException.class)
                .extracting(refused ->
                        ((InvalidInputException) refused).faults().get(0).where())
                .isEqualTo(name);
    }

    @Test
    void thisMachineItselfNeedsNoCertificate() {
        Map<String, String> environment = environment();
        environment.put("EYRIE_OIDC_ISSUER", "http://127.0.0.1:8180/realms/eyrie");
        assertThat(IssuerSettings.of(environment)).isPresent();
    }
}
