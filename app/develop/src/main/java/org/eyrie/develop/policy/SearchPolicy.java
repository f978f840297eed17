package org.eyrie.develop.policy;

import org.eyrie.develop.contest.Contenders;
import org.eyrie.develop.contest.LikelyShares;
import org.eyrie.develop.contest.Posteriors;
import org.eyrie.model.development.SearchRecord;

/** Chooses what to do next from what was done. The same record gives the same decision. */
@FunctionalInterface
public interface SearchPolicy {

    /** The next step; called only when every order of the record is done or has failed. */
    SearchDecision next(SearchRecord record);

    /** What it ranks those by that were tried; unless it says otherwise, by their own items. */
    default LikelyShares likely(Contenders contenders) {
        return Posteriors.of(contenders);
    }

    /**
     * The smallest budget of items that pays for a first run; with less a search ends without having tried anything.
     *
     * @param items how many there are to choose by, from 1
     */
    default long leastBudget(int items) {
        return 1;
    }
}
