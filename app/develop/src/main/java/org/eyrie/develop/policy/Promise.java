package org.eyrie.develop.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eyrie.develop.contest.Contender;
import org.eyrie.develop.contest.Contenders;
import org.eyrie.develop.contest.LikelyShares;
import org.eyrie.develop.contest.Posteriors;
import org.eyrie.develop.foretell.CandidateForecast;
import org.eyrie.develop.foretell.Foretelling;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.SearchRecord;

/** What is expected of candidates: forecasts where effects are known, posteriors of their own items where they are not. */
final class Promise implements LikelyShares {

    private final Foretelling foretelling;
    private final Posteriors posteriors;
    private final List<Contender> tried;

    private Promise(Foretelling foretelling, Contenders contenders) {
        this.foretelling = foretelling;
        this.posteriors = Posteriors.of(contenders);
        this.tried = contenders.tried();
    }

    /** Of all that were tried and of some others; to leave out the rest is what keeps a long search quick. */
    static Promise of(Contenders contenders, List<Contender> others) {
        Set<String> asked = new HashSet<>();
        contenders.tried().forEach(contender -> asked.add(contender.program()));
        others.forEach(contender -> asked.add(contender.program()));
        SearchRecord record = contenders.record();
        List<Proposal> proposals = record.proposals().stream()
                .filter(proposal -> asked.contains(proposal.program()))
                .toList();
        return new Promise(
                Foretelling.of(new SearchRecord(
                        record.plan(),
                        proposals,
                        record.orders(),
                        record.runs(),
                        record.failures(),
                        record.seconds(),
                        record.state(),
                        record.leader())),
                contenders);
    }

    /** Untried candidates of the last rounds. */
    static List<Contender> recent(Contenders contenders, int rounds) {
        int from = contenders.rounds() - rounds;
        return contenders.untried().stream()
                .filter(contender -> contender.proposal().round() >= from)
                .toList();
    }

    @Override
    public double mean(Contender contender) {
        return foretelling
                .of(contender.program())
                .map(CandidateForecast::mean)
                .orElseGet(() -> contender.count() > 0 ? posteriors.mean(contender) : Double.NaN);
    }

    @Override
    public double sd(Contender contender) {
        return foretelling
                .of(contender.program())
                .map(CandidateForecast::sd)
                .orElseGet(() -> contender.count() > 0 ? posteriors.sd(contender) : Double.NaN);
    }

    @Override
    public List<Contender> ranked() {
        return sorted(tried, 0);
    }

    /** The best of some by mean and a multiple of the deviation; those without forecast last. */
    List<Contender> best(List<Contender> among, int count, double boldness) {
        List<Contender> sorted = sorted(among, boldness);
        return sorted.subList(0, Math.min(Math.max(0, count), sorted.size()));
    }

    private List<Contender> sorted(List<Contender> among, double boldness) {
        List<Contender> sorted = new ArrayList<>(among);
        sorted.sort(Comparator.comparingDouble((Contender contender) -> value(contender, boldness))
                .reversed()
                .thenComparingInt(Contender::place));
        return sorted;
    }

    private double value(Contender contender, double boldness) {
        double value = mean(contender) + boldness * sd(contender);
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }
}
