package org.eyrie.model.access;

import java.util.List;

/**
 * Where tokens and the record of writes are kept. Every method may throw
 * {@link org.eyrie.model.StoreUnavailableException}.
 */
public interface AccessStore {

    /** Keeps a token; false, and nothing is written, where there is one of that name. */
    boolean add(AccessToken token);

    /** Forgets a token; false where there is none of that name. */
    boolean revoke(String name);

    /** Every token, by name. */
    List<AccessToken> tokens();

    /** Keeps what somebody did. */
    void record(AuditEntry entry);

    /**
     * What was done, the last first.
     *
     * @param limit how many at most
     */
    List<AuditEntry> record(int limit);
}
