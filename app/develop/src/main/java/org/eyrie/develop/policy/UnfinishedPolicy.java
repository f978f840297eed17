package org.eyrie.develop.policy;

import org.eyrie.model.development.SearchRecord;

/** Holds the place of a policy that is being written. */
final class UnfinishedPolicy implements SearchPolicy {

    @Override
    public SearchDecision next(SearchRecord record) {
        throw new UnsupportedOperationException("This policy is being written");
    }
}
