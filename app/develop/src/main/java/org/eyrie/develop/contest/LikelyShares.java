package org.eyrie.develop.contest;

import java.util.List;

/** What is likely of those that were tried: the numbers that a search ranks them by. */
public interface LikelyShares {

    /** Of a contender that was tried: its likely share of all development items, 0 to 1. */
    double mean(Contender contender);

    /** Standard deviation of that. */
    double sd(Contender contender);

    /** All that were tried, the best mean first; of equals the earlier one. */
    List<Contender> ranked();
}
