package org.eyrie.develop.policy;

import java.util.List;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.RunOrder;

/** What a policy wants next. */
public sealed interface SearchDecision {

    /** Programs of its own, such as points of the grid or mutations that look promising. */
    record Put(List<ProgramDraft> drafts) implements SearchDecision {
        public Put {
            drafts = List.copyOf(drafts);
        }
    }

    /**
     * Programs of the search's proposer.
     *
     * @param count how many, from 1
     */
    record Ask(int count) implements SearchDecision {}

    /** Candidates to be run on items; none where nothing more can be run, which ends the search. */
    record Run(List<RunOrder> orders) implements SearchDecision {
        public Run {
            orders = List.copyOf(orders);
        }
    }

    /**
     * The end.
     *
     * @param leader id of the program that it chose
     * @param reason why it ended, for people
     */
    record Finish(String leader, String reason) implements SearchDecision {}
}
