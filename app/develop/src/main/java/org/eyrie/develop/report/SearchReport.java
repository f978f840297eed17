package org.eyrie.develop.report;

import java.util.List;
import org.eyrie.develop.contest.Contender;
import org.eyrie.develop.contest.Contenders;
import org.eyrie.develop.contest.LikelyShares;
import org.eyrie.develop.contest.Posteriors;
import org.eyrie.develop.policy.SearchPolicies;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.ProposalOutcome;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * A search at a glance.
 *
 * @param leader what it chose; before the end the best so far; null while nothing was tried
 * @param best the best so far by what the search ranks them by, the best first
 * @param candidates programs that could be tried
 * @param tried how many of them were
 * @param duplicates proposals that repeated an earlier program, or what it does
 * @param refused proposals that were no programs for these parents
 * @param failed runs that brought nothing
 * @param spent item evaluations
 * @param budget item evaluations that it may spend
 * @param seconds of the clock so far
 */
public record SearchReport(
        DevelopmentId id,
        SearchState state,
        @Nullable CandidateReport leader,
        List<CandidateReport> best,
        int candidates,
        int tried,
        int duplicates,
        int refused,
        int failed,
        long spent,
        long budget,
        double seconds) {

    public SearchReport {
        best = List.copyOf(best);
    }

    /**
     * Of a record.
     *
     * @param count how many of the best to list at most
     */
    public static SearchReport of(SearchRecord record, int count) {
        Contenders contenders = Contenders.of(record);
        // A policy of a later program may be in a graph: then their own items must do.
        LikelyShares likely = SearchPolicies.find(record.plan().settings().policy())
                .map(policy -> policy.likely(contenders))
                .orElseGet(() -> Posteriors.of(contenders));
        List<CandidateReport> ranked = likely.ranked().stream()
                .map(contender -> report(contender, likely))
                .toList();
        String chosen = record.leader();
        CandidateReport leader = ranked.stream()
                .filter(candidate -> candidate.program().equals(chosen))
                .findFirst()
                .orElse(ranked.isEmpty() ? null : ranked.get(0));
        return new SearchReport(
                record.plan().id(),
                record.state(),
                leader,
                ranked.subList(0, Math.min(count, ranked.size())),
                contenders.all().size(),
                contenders.tried().size(),
                count(record, ProposalOutcome.SAME_PROGRAM) + count(record, ProposalOutcome.SAME_EFFECT),
                count(record, ProposalOutcome.REFUSED),
                record.failures().size(),
                record.spent(),
                record.plan().settings().budget().items(),
                record.seconds());
    }

    private static CandidateReport report(Contender contender, LikelyShares likely) {
        return new CandidateReport(
                contender.program(),
                contender.text(),
                contender.count(),
                contender.share(),
                likely.mean(contender),
                likely.sd(contender));
    }

    /** Item evaluations a second; NaN before the first. */
    public double rate() {
        return seconds > 0 && spent > 0 ? spent / seconds : Double.NaN;
    }

    /** Seconds until the budget of items is spent, at that rate; NaN before the first. */
    public double secondsLeft() {
        return Math.max(0, budget - spent) / rate();
    }

    private static int count(SearchRecord record, ProposalOutcome outcome) {
        return (int) record.proposals().stream()
                .map(Proposal::outcome)
                .filter(outcome::equals)
                .count();
    }
}
