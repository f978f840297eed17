package org.eyrie.develop.loop;

import java.util.List;
import org.eyrie.develop.policy.SearchDecision;
import org.eyrie.develop.report.CandidateReport;
import org.eyrie.develop.report.SearchReport;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.ProposalOutcome;
import org.eyrie.model.development.SearchRecord;

/** How a search ends that its policy has not ended: with a leader, or with the reason that there is none. */
final class SearchEnd {

    private SearchEnd() {}

    /** Of a search whose runs fail one after another: with what the last of them said. */
    static InvalidInputException givenUp(SearchRecord record, int failed) {
        DevelopmentId id = record.plan().id();
        String last = record.failures().get(record.failures().size() - 1).reason();
        return new InvalidInputException(
                "The search " + id,
                List.of(new Fault(
                        "evaluator",
                        failed + " runs in a row failed, and cost nothing. The last: " + last
                                + " Mend that, then let it go on: eyrie develop run " + id)));
    }

    /**
     * With the leader that there is.
     *
     * @throws InvalidInputException if nothing was evaluated, with why
     */
    static SearchDecision.Finish of(SearchRecord record, String reason) {
        CandidateReport leader = SearchReport.of(record, 1).leader();
        if (leader == null) {
            String failure = record.failures().isEmpty()
                    ? refusal(record, reason)
                    : record.failures().get(0).reason();
            throw new InvalidInputException(
                    "The search " + record.plan().id(),
                    List.of(new Fault("candidates", "Not one could be evaluated. " + failure)));
        }
        return new SearchDecision.Finish(leader.program(), reason);
    }

    /** Why nothing was run; a parent that is broken refuses all proposals for one reason, so that of the first will do. */
    private static String refusal(SearchRecord record, String reason) {
        if (record.proposals().isEmpty()
                || record.proposals().stream().anyMatch(proposal -> proposal.outcome() == ProposalOutcome.NEW)) {
            return reason + " Give it more under another name.";
        }
        return record.proposals().stream()
                .filter(proposal -> proposal.outcome() == ProposalOutcome.REFUSED)
                .findFirst()
                .map(proposal -> "The first of them was refused: " + proposal.reason())
                .orElse("No proposal was a new program for these parents");
    }
}
