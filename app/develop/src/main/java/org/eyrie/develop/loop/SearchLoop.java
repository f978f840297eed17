package org.eyrie.develop.loop;

import java.time.Clock;
import org.eyrie.develop.policy.SearchPolicy;
import org.eyrie.develop.port.MergeEvaluator;
import org.eyrie.develop.port.MergeMaker;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.ProgramProposer;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.task.Progress;

/**
 * Runs a search: asks the policy what to do, does it, and records it before and after. It keeps nothing to itself, so whoever
 * runs it again after it was killed goes on where the ledger is.
 */
public final class SearchLoop {

    /**
     * For searches over one set of parents.
     *
     * @param runner name of who runs, for the lease
     */
    public SearchLoop(
            DevelopmentLedger ledger,
            SearchPolicy policy,
            ProgramProposer proposer,
            MergeMaker maker,
            MergeEvaluator evaluator,
            Clock clock,
            String runner) {}

    /**
     * Runs a search to its end, or until somebody asks it to stop; a stopped one goes on, a finished one is left as it is.
     *
     * @return the record as it is then
     * @throws org.eyrie.model.InvalidInputException if there is no such search, or somebody else runs it
     * @throws org.eyrie.task.CancelledException if {@code progress} says so; run it again and it goes on
     */
    public SearchRecord run(DevelopmentId id, Progress progress) {
        throw new UnsupportedOperationException("The loop is being written");
    }
}
