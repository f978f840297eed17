package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.eyrie.model.access.AccessScope;
import org.eyrie.server.access.Access;
import org.eyrie.server.access.Caller;
import org.eyrie.server.access.NotLetInException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCommandTest extends CommandLineTest {

    @Test
    void aTokenIsPrintedOnceAndOpensWhatItSaysUntilItIsRevoked() throws NotLetInException {
        Run created = eyrie("token", "create", "ci", "--scope", "ingest");
        String token = created.out().strip();
        assertThat(created.exitCode()).isZero();
        assertThat(token).startsWith("eyrie_").hasSizeGreaterThan(40);
        assertThat(new Access(sample().access(), null).caller(token)).isEqualTo(new Caller("ci", AccessScope.INGEST));
        Run listed = eyrie("token", "list");
        assertThat(listed.out()).contains("ci", "ingest").doesNotContain(token);
        assertThat(eyrie("token", "list", "--json").json().get(0).get("name").asText())
                .isEqualTo("ci");
        assertThat(eyrie("token", "revoke", "ci").exitCode()).isZero();
        assertThatThrownBy(() -> new Access(sample().access(), null).caller(token))
                .isInstanceOf(NotLetInException.class)
                .hasMessageContaining("revoked");
    }

    @Test
    void aNameStandsForOneTokenAndAnUnknownOneForNone() {
        eyrie("token", "create", "ci");
        Run again = eyrie("token", "create", "ci");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("revoke");
        Run unknown = eyrie("token", "revoke", "nobody");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("nobody", "eyrie token list");
    }

    @ParameterizedTest
    @CsvSource({
        "'token create ci --scope write', 'read, ingest, admin'",
        "'token create a/b', 'letters'",
        "token, below"
    })
    void wrongUseIsToldBeforeADatabaseIsOpened(String command, String told) {
        Run run = eyrie(command.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(told);
    }

    @Test
    void nobodyElseReachesAServiceThatAsksForNoToken() {
        Run refused = eyrie("serve", "--host", "0.0.0.0", "--port", "0");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("eyrie token create", "--open-to-all", "127.0.0.1");
    }
}
