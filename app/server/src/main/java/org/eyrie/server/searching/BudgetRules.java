package org.eyrie.server.searching;

import java.util.Locale;
import org.eyrie.develop.policy.SearchPolicies;

/** What a search may be given to spend. */
public final class BudgetRules {

    /** Evaluations of one item each, where nobody says. */
    public static final long USUAL = 3_000;

    private static final long MOST = 1_000_000_000;

    private BudgetRules() {}

    /** Whether so many evaluations of one item each can be a budget. */
    public static boolean items(long count, SettingFaults faults) {
        if (count >= 1 && count <= MOST) {
            return true;
        }
        faults.misused("itemsBudget", String.format(Locale.ROOT, "It must be from 1 to %,d, not %,d.", MOST, count));
        return false;
    }

    /** Whether so many seconds can be one. */
    public static boolean seconds(double seconds, SettingFaults faults) {
        if (seconds > 0) {
            return true;
        }
        faults.misused("secondsBudget", "It must be more than 0, not " + seconds + ".");
        return false;
    }

    /**
     * Looks whether a budget pays for a first run. Of a policy that is none nothing is said.
     *
     * @param items how many there are to choose by; 1 where nobody knows
     */
    public static void pays(String policy, long budget, int items, SettingFaults faults) {
        SearchPolicies.find(policy).map(known -> known.leastBudget(items)).ifPresent(least -> {
            if (budget < least) {
                faults.misused(
                        "itemsBudget",
                        "A first run of the policy " + policy + " takes at least " + least + " items, and " + budget
                                + (budget == 1 ? " pays" : " pay") + " for none. Give it " + least + " or more.");
            }
        });
    }
}
