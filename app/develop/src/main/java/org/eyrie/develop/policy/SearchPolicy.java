package org.eyrie.develop.policy;

import org.eyrie.model.development.SearchRecord;

/** Chooses what to do next from what was done. The same record gives the same decision. */
@FunctionalInterface
public interface SearchPolicy {

    /** The next step; called only when every order of the record is done or has failed. */
    SearchDecision next(SearchRecord record);
}
