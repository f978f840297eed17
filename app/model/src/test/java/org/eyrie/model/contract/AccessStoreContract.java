package org.eyrie.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.eyrie.model.access.AccessScope;
import org.eyrie.model.access.AccessStore;
import org.eyrie.model.access.AccessToken;
import org.eyrie.model.access.AuditEntry;
import org.junit.jupiter.api.Test;

/** Tokens and the record of writes. */
public abstract class AccessStoreContract {

    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00.123456789Z");

    /** An empty one. */
    protected abstract AccessStore access();

    private static AccessToken token(String name, AccessScope scope) {
        return new AccessToken(name, "hash of " + name, scope, NOON);
    }

    @Test
    void tokensAreKeptByNameUntilTheyAreRevoked() {
        AccessStore access = access();
        AccessToken ci = token("ci", AccessScope.INGEST);
        AccessToken ann = token("ann", AccessScope.ADMIN);
        assertThat(access.add(ci)).isTrue();
        assertThat(access.add(ann)).isTrue();
        assertThat(access.tokens()).containsExactly(ann, ci);
        assertThat(access.revoke("ci")).isTrue();
        assertThat(access.revoke("ci")).isFalse();
        assertThat(access.tokens()).containsExactly(ann);
    }

    @Test
    void aNameThatIsTakenKeepsItsToken() {
        AccessStore access = access();
        AccessToken first = token("ci", AccessScope.READ);
        access.add(first);
        assertThat(access.add(new AccessToken("ci", "another", AccessScope.ADMIN, NOON)))
                .isFalse();
        assertThat(access.tokens()).containsExactly(first);
    }

    @Test
    void whatWasDoneIsListedLastFirst() {
        AccessStore access = access();
        AuditEntry first = new AuditEntry(NOON, "ci", "POST /api/v1/ingest", 7L);
        AuditEntry second = new AuditEntry(NOON.plusNanos(1), AuditEntry.ANYBODY, "POST /api/v1/fits", null);
        access.record(first);
        access.record(second);
        assertThat(access.record(10)).containsExactly(second, first);
        assertThat(access.record(1)).containsExactly(second);
    }
}
